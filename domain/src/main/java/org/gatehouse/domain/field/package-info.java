/**
 * Fields: names, lines, lists and dates (RFC 9110 §5 and §6).
 *
 * <p>Invariants: a {@link org.gatehouse.domain.field.FieldLines} never holds a name that is not a
 * token, nor a value with a control character, so no response can be split by what a client sent.
 */
package org.gatehouse.domain.field;
