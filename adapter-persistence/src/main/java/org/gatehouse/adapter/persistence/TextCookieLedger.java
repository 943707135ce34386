package org.gatehouse.adapter.persistence;

import java.nio.file.Path;
import java.time.Duration;
import org.gatehouse.application.port.out.CookieLedger;
import org.gatehouse.application.port.out.StorageFailure;
import org.slf4j.LoggerFactory;

/**
 * The {@link CookieLedger} that is a text file, one id a line. A file that would outgrow its limit
 * is compressed to {@code cookies.txt.gz}, in place of the one before, and begun anew: no more than
 * the ids of these two are kept.
 *
 * <p>Ids that are recorded after it was closed are ignored, for a request may outlive the drain.
 */
public final class TextCookieLedger implements CookieLedger {
  /** The size at which a ledger is rolled, in octets, unless told otherwise. */
  public static final long DEFAULT_ROLL_SIZE = 64L << 20;

  /** How long an id may be, in characters. */
  public static final int MAX_ID_LENGTH = 256;

  /** Thousands of ids may come in a second, and nobody waits for one of them to be written. */
  private static final Duration GATHERING = Duration.ofMillis(20);

  private final StoreLog log;

  private TextCookieLedger(StoreLog log) {
    this.log = log;
  }

  /**
   * Opens a ledger that is rolled at {@link #DEFAULT_ROLL_SIZE}.
   *
   * @throws StorageFailure as {@link #open(Path, long)}
   */
  public static TextCookieLedger open(Path file) {
    return open(file, DEFAULT_ROLL_SIZE);
  }

  /**
   * Opens a ledger. The file and its folder are made if there are none; a last line that a crash
   * has torn is cut off, with a warning.
   *
   * @param file such as {@code var/cookies.txt}
   * @param rollSize how large the file may become, in octets
   * @throws StorageFailure if the file cannot be made, read or written, or another server has it;
   *     its message is one line that names no folder
   */
  public static TextCookieLedger open(Path file, long rollSize) {
    Warnings warnings = Warnings.to(LoggerFactory.getLogger(TextCookieLedger.class));
    return open(file, rollSize, warnings);
  }

  static TextCookieLedger open(Path file, long rollSize, Warnings warnings) {
    StoreLog.Preparation rolling = own -> new CookieFile(own, rollSize, warnings);
    return new TextCookieLedger(StoreLog.open(file, rolling, GATHERING, warnings));
  }

  @Override
  public void record(String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException("an id is visible ASCII without white space");
    }
    log.append(id);
  }

  private static boolean isId(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_ID_LENGTH;
  }

  @Override
  public void flush() {
    log.flush();
  }

  /**
   * Says whether ids can be kept, for health checks. Does not wait for a slow disk.
   *
   * @throws StorageFailure if the last attempt to write failed, or the folder cannot be written
   */
  public void check() {
    log.check();
  }

  /**
   * {@inheritDoc}
   *
   * @throws StorageFailure if ids are lost by that; the ledger is closed all the same
   */
  @Override
  public void close() {
    log.close();
  }
}
