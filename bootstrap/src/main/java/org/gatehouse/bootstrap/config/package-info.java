/**
 * What the server runs with: immutable values, complete and checked together, made from the
 * settings of the operator.
 *
 * <p>Invariant: a {@link org.gatehouse.bootstrap.config.Configuration} that exists can be started;
 * only the state of the machine (a port in use, a folder that is not there) can still be in its
 * way.
 */
package org.gatehouse.bootstrap.config;
