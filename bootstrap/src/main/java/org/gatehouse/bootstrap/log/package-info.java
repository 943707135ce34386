/**
 * The logs on disk: one stream of records chosen by level, an access log beside it, and the archive
 * of aged logs.
 *
 * <p>How a line travels: whoever logs hands his record to a {@link
 * org.gatehouse.bootstrap.log.LineWriter}, which takes it without waiting, and one thread per file
 * makes lines of the records and writes them in batches. A record that finds no room is counted,
 * and the count is written.
 *
 * <p>Invariants: a record is one line, further lines of a stack trace are indented; no control
 * character of a client reaches a file raw; nothing here writes to standard output.
 */
package org.gatehouse.bootstrap.log;
