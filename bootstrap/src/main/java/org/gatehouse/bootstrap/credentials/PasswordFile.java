package org.gatehouse.bootstrap.credentials;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.CredentialStore;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.bootstrap.credentials.Accounts.PasswordCheck;
import org.gatehouse.bootstrap.option.UsageError;
import org.gatehouse.domain.credentials.BasicCredentials;

/**
 * The users of a password file. It is read again when somebody presents credentials and the last
 * look is a second old, so that a password that is changed or withdrawn needs no restart. While the
 * file is missing, broken or open to others, nobody comes in.
 */
public final class PasswordFile implements CredentialStore {
  /** The largest file, in octets. */
  static final int LARGEST = 1 << 20;

  private static final long TRUST = Duration.ofSeconds(1).toNanos();
  private static final int LOCKS = 64;

  private final Path file;
  private final PasswordCheck check;
  private final Clock clock;
  private final KeyedHash keyed = new KeyedHash();

  /**
   * By the first octet of the keyed hash: the same credentials are never verified twice at once.
   */
  private final Object[] locks = new Object[LOCKS];

  private volatile Edition edition;

  /**
   * What the file held when it was last looked at.
   *
   * @param octets all of it; empty if it could not be used
   * @param accounts those in it
   * @param right which credentials were found right, as long as the file stays the same
   * @param looked when, on the measuring clock
   */
  private record Edition(Optional<byte[]> octets, Accounts accounts, RightOnes right, long looked) {
    private boolean holds(byte[] read) {
      return octets.filter(known -> Arrays.equals(known, read)).isPresent();
    }
  }

  private PasswordFile(Path file, PasswordCheck check, Clock clock) {
    this.file = file;
    this.check = check;
    this.clock = clock;
    Arrays.setAll(locks, i -> new Object());
  }

  /**
   * Reads a password file.
   *
   * @throws UsageError if a line of it is a mistake
   * @throws IOException if it cannot be read, is too large, or is open to others
   */
  public static PasswordFile open(Path file, Clock clock) throws IOException {
    return open(file, Bcrypt::matches, clock);
  }

  static PasswordFile open(Path file, PasswordCheck check, Clock clock) throws IOException {
    PasswordFile opened = new PasswordFile(file, check, clock);
    opened.edition = opened.read(opened.octets());
    return opened;
  }

  @Override
  public boolean remembers(BasicCredentials presented) {
    return edition.right().contains(keyed.of(presented));
  }

  @Override
  public boolean waits(BasicCredentials presented) {
    return isDue(edition) || !remembers(presented);
  }

  @Override
  public boolean verify(BasicCredentials presented) {
    Edition current = current();
    ByteBuffer hash = keyed.of(presented);
    synchronized (locks[Math.floorMod(hash.get(0), LOCKS)]) {
      if (current.right().contains(hash)) {
        return true;
      }
      boolean right = current.accounts().accept(presented);
      if (right) {
        current.right().add(hash);
      }
      return right;
    }
  }

  private boolean isDue(Edition known) {
    return clock.nanoTime() - known.looked() >= TRUST;
  }

  private synchronized Edition current() {
    Edition known = edition;
    if (isDue(known)) {
      edition = lookedAgain(known);
    }
    return edition;
  }

  private Edition lookedAgain(Edition known) {
    try {
      byte[] octets = octets();
      return known.holds(octets)
          ? new Edition(known.octets(), known.accounts(), known.right(), clock.nanoTime())
          : read(octets);
    } catch (IOException | UsageError unusable) {
      forget();
      throw new StorageFailure(
          StorageFailure.Kind.BROKEN, "the password file cannot be used: " + unusable, unusable);
    }
  }

  /** Nobody is known, and the next one to come has the file looked at again. */
  private void forget() {
    edition =
        new Edition(
            Optional.empty(), edition.accounts(), new RightOnes(), clock.nanoTime() - TRUST);
  }

  private Edition read(byte[] octets) {
    Accounts accounts = new Accounts(PasswordLines.read(octets), check, keyed);
    return new Edition(Optional.of(octets), accounts, new RightOnes(), clock.nanoTime());
  }

  private byte[] octets() throws IOException {
    requirePrivate();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(LARGEST + 1);
      if (octets.length > LARGEST) {
        throw new FileSystemException(
            file.toString(), null, "is larger than " + LARGEST + " octets");
      }
      return octets;
    }
  }

  /** Where files have permissions (POSIX), others must not have any to read or write it. */
  private void requirePrivate() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    if (permissions.contains(PosixFilePermission.OTHERS_READ)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new FileSystemException(
          file.toString(), null, "may be read or written by others; 'chmod o-rw' prevents it");
    }
  }
}
