/**
 * Media types and the table from which a resource's type is told (RFC 9110 §8.3).
 *
 * <p>Invariant: a {@link org.gatehouse.domain.media.MediaType} that exists can stand in a field.
 */
package org.gatehouse.domain.media;
