/**
 * In-memory stand-ins of the driven ports, part of the product's test-jar: every module and every
 * user can run the use cases without a disk.
 *
 * <p>Each passes the same contract tests as the real adapter of its port. They are safe for use by
 * several threads, and count what they hand out, so that a test can prove that nothing leaks.
 */
package org.gatehouse.application.fake;
