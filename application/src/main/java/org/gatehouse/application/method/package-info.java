/**
 * The methods on resources: GET, HEAD, PUT, POST, DELETE and OPTIONS (RFC 9110 §8, §9, §12 to §14),
 * one class for each method or decision.
 *
 * <p>Retrieval goes from {@link org.gatehouse.application.method.Get} over {@link
 * org.gatehouse.application.method.Selection} (which variant, and do the preconditions hold) to
 * {@link org.gatehouse.application.method.Delivery} (whole or in parts). Writes begin in {@link
 * org.gatehouse.application.method.Put}, {@link org.gatehouse.application.method.Post} and {@link
 * org.gatehouse.application.method.Delete}, and meet in {@link
 * org.gatehouse.application.method.WriteChecks}, before any content is asked for, and {@link
 * org.gatehouse.application.method.WriteRules}, under the path's lock.
 *
 * <p>Invariants: a 304 or 412 never opens content and a refused write never stages any; whatever
 * was opened or staged is closed on every path, by the class that did so or by who takes the
 * response; tag, length and octets of a response come from the same open content; two contents of a
 * path never share an entity tag.
 */
package org.gatehouse.application.method;
