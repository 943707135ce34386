/**
 * Text of a client that is meant to become more than text: in a log, a header, a page, a JSON
 * document. It is put wherever a client can put anything, and what comes out is read strictly.
 */
package org.gatehouse.bootstrap.endtoend.injection;
