/**
 * Validators and conditional requests (RFC 9110 §8.8, §13).
 *
 * <p>Decisions are pure: facts about the request and the current representation go in, an outcome
 * comes out. Nothing here touches a response or opens content.
 */
package org.gatehouse.domain.conditional;
