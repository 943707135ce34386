/**
 * JSON as Jackson's streaming core reads it: the adapter of {@link
 * org.gatehouse.application.port.out.JsonSyntax}.
 *
 * <p>Invariant: no object tree is built, and no string is kept: the memory of a check does not grow
 * with the content.
 */
package org.gatehouse.bootstrap.json;
