/**
 * Messages: methods, status codes, versions and heads (RFC 9110 §2.5, §9, §15; RFC 9112 §2).
 *
 * <p>A head is complete and valid by the time it exists; what could not be parsed never becomes
 * one.
 */
package org.gatehouse.domain.message;
