/**
 * Clients that are too many, too slow or too greedy, and what they leave behind. Each test has a
 * short form, which every build runs, and a long one by a system property; see docs/testing.md.
 */
package org.gatehouse.bootstrap.endtoend.load;
