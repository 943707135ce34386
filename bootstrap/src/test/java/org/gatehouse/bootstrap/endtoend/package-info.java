/**
 * Tests of the built jar over real sockets, run by failsafe.
 *
 * <p>How to write one: name the class {@code …IT}, take a {@code @TempDir}, and
 *
 * <pre>{@code
 * try (JarServer server = JarServer.in(folder).file("a.txt", "hello").options("--cookies", "off").start();
 *     RawClient client = server.connect()) {
 *   RawResponse response = client.get("/a.txt");
 *   assertEquals(200, response.status());
 *   assertEquals("hello", response.text());
 * }
 * }</pre>
 *
 * <p>Tests that can share a server extend {@link org.gatehouse.bootstrap.endtoend.OneServer}, which
 * starts it once and gives each of them a connection.
 *
 * <p>Every wait has an end: a server that says nothing, or a response that does not come, fails the
 * test instead of hanging it.
 */
package org.gatehouse.bootstrap.endtoend;
