/**
 * What a client can send, and what has to come of it: the vector files and their reader, for the
 * tests of this module and, over a socket, for those of the built jar.
 *
 * <p>Invariant: nothing here knows the parser or the server, so that both can be asked the same.
 */
package org.gatehouse.adapter.socket.vectors;
