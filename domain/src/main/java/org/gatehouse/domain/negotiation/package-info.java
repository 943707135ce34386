/**
 * Content negotiation: codings by Accept-Encoding, forms by Accept (RFC 9110 §12).
 *
 * <p>Pure: the field goes in, a choice comes out. What cannot be read counts for nothing, and the
 * order in which a client lists its equals does not matter.
 */
package org.gatehouse.domain.negotiation;
