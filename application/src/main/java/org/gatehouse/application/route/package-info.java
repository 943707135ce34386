/**
 * Which handler a request goes to (RFC 9110 §3.7): routes in one table, each with its methods.
 *
 * <p>Guards, methods and endpoints do not know each other; they meet here.
 */
package org.gatehouse.application.route;
