/**
 * The stores that are text files: the entity tags (CSV, RFC 4180) and the ids given out in cookies.
 *
 * <p>Both are logs: lines are only ever added at the end. Whoever records puts a line into memory
 * and goes on; one thread per file writes what has gathered, many lines in one write:
 *
 * <pre>
 *   CsvETagStore      TextCookieLedger      the ports
 *        |    \         /    |
 *        |    AppendLog      |              the thread, and what happens on failure
 *        |     LineQueue     |              lines in memory
 *        |         |         |
 *        |    AppendedFile   |              the open file, and whether it is still the one we know
 *        |         |         |
 *      ETagFile (Upkeep) CookieFile         how such a file is repaired and kept small
 * </pre>
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>One owner: a lock file beside the file keeps a second process out.
 *   <li>A file is only ever added to, or replaced as a whole by an atomic rename; whatever kills
 *       the process, at most the last line is torn, and the next start repairs it.
 *   <li>Nothing but flush, close and opening waits for storage; what waits in memory is bounded.
 *   <li>Storage that fails is said once a second, tried again once a second, and seen by {@code
 *       check()}; when it answers again, what was kept in memory is written.
 * </ul>
 */
package org.gatehouse.adapter.persistence;
