/**
 * HTML as this server writes it: pages that hold nothing a client or a file's name said, unless it
 * is escaped.
 */
package org.gatehouse.application.html;
