/**
 * Looks at a configuration and at the machine it is for, and tells what would go wrong, or well.
 *
 * <p>Invariants: nothing is changed, not even for a moment, but for a port that is bound and let go
 * of; what concerns one subject is one {@link org.gatehouse.bootstrap.doctor.Check}; every finding
 * that is not well says why it matters and what to do. What the server itself would refuse is found
 * by the server's own code where there is one.
 */
package org.gatehouse.bootstrap.doctor;
