/**
 * JSON as this server writes it (RFC 8259): strict, in UTF-8, in the order in which it was given.
 *
 * <p>Invariant: whatever the strings hold, what comes out is one valid JSON text.
 */
package org.gatehouse.application.json;
