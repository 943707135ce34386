package org.gatehouse.bootstrap.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.application.contract.CredentialStoreContract;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.port.out.CredentialStore;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.bootstrap.option.UsageError;
import org.gatehouse.domain.credentials.BasicCredentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.bcrypt.BCrypt;

class PasswordFileTest extends CredentialStoreContract {
  private static final String HASH = BCrypt.hashpw("se:cret", BCrypt.gensalt("$2y", 5));
  private static final String OTHER = BCrypt.hashpw("other", BCrypt.gensalt("$2b", 5));
  private static final BasicCredentials ANN = BasicCredentials.of("ann", "se:cret");

  @TempDir Path folder;

  private final SettableClock clock = new SettableClock();
  private final AtomicInteger comparisons = new AtomicInteger();

  private Path write(String text) throws IOException {
    Path file = folder.resolve("users");
    Files.writeString(file, text);
    if (isPosix()) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    }
    return file;
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private PasswordFile open() throws IOException {
    return PasswordFile.open(folder.resolve("users"), this::counted, clock);
  }

  private boolean counted(byte[] password, String hash) {
    comparisons.incrementAndGet();
    return Bcrypt.matches(password, hash);
  }

  @Override
  protected CredentialStore ofAnn() throws IOException {
    return PasswordFile.open(write("ann:" + HASH + "\n"), clock);
  }

  @Test
  void knowsSeveralUsersAndNoneByThePasswordOfAnother() throws IOException {
    write("ann:" + HASH + "\nbob:" + OTHER + "\n");
    PasswordFile users = open();
    assertTrue(users.verify(ANN));
    assertTrue(users.verify(BasicCredentials.of("bob", "other")));
    assertFalse(users.verify(BasicCredentials.of("bob", "se:cret")));
    assertFalse(users.verify(BasicCredentials.of("ann", "other")));
  }

  @Test
  void whatWasRightIsComparedOnceAndWhatWasWrongEachTime() throws IOException {
    write("ann:" + HASH);
    PasswordFile users = open();
    assertTrue(users.waits(ANN));
    users.verify(ANN);
    users.verify(ANN);
    assertFalse(users.waits(ANN));
    assertEquals(1, comparisons.get());
    BasicCredentials wrong = BasicCredentials.of("ann", "wrong");
    assertFalse(users.verify(wrong) || users.verify(wrong) || users.remembers(wrong));
    assertTrue(users.waits(wrong));
    assertEquals(3, comparisons.get());
  }

  @Test
  void anUnknownUserCostsOneComparison() throws IOException {
    write("ann:" + HASH);
    open().verify(BasicCredentials.of("nobody", "se:cret"));
    assertEquals(1, comparisons.get());
  }

  @Test
  void aChangedPasswordCountsAfterASecondAndTheOldOneNoMore() throws IOException {
    write("ann:" + HASH);
    PasswordFile users = open();
    assertTrue(users.verify(ANN));
    write("ann:" + OTHER);
    clock.advance(Duration.ofMillis(999));
    assertTrue(users.verify(ANN), "not looked at again yet");
    clock.advance(Duration.ofMillis(1));
    assertTrue(users.waits(ANN), "to look again is work for a worker");
    assertFalse(users.verify(ANN));
    assertFalse(users.remembers(ANN));
    assertTrue(users.verify(BasicCredentials.of("ann", "other")));
  }

  @Test
  void aFileThatStaysTheSameIsComparedNoMore() throws IOException {
    write("ann:" + HASH);
    PasswordFile users = open();
    users.verify(ANN);
    clock.advance(Duration.ofDays(1));
    assertTrue(users.verify(ANN));
    assertEquals(1, comparisons.get());
  }

  @ParameterizedTest
  @CsvSource({"''", "ann", "ann:plain"})
  void nobodyComesInWhileTheFileIsBroken(String broken) throws IOException {
    write("ann:" + HASH);
    PasswordFile users = open();
    assertTrue(users.verify(ANN));
    write(broken);
    clock.advance(Duration.ofSeconds(1));
    for (int i = 0; i < 3; i++) {
      assertTrue(users.waits(ANN));
      StorageFailure failure = assertThrows(StorageFailure.class, () -> users.verify(ANN));
      assertFalse(failure.toString().contains("plain"));
      assertFalse(users.remembers(ANN));
    }
    write("ann:" + HASH);
    assertTrue(users.verify(ANN), "mended, and without waiting");
  }

  @Test
  void nobodyComesInWhileTheFileIsAway() throws IOException {
    Path file = write("ann:" + HASH);
    PasswordFile users = open();
    assertTrue(users.verify(ANN));
    Files.delete(file);
    clock.advance(Duration.ofSeconds(1));
    assertThrows(StorageFailure.class, () -> users.verify(ANN));
  }

  @ParameterizedTest
  @CsvSource({
    "rw-r-----, true",
    "r--------, true",
    "rw-rw----, true",
    "rw-r--r--, false",
    "rw----r--, false",
    "rw-----w-, false",
    "rw-rw-rw-, false",
  })
  void othersMustNotReadOrWriteIt(String permissions, boolean allowed) throws IOException {
    assumeTrue(isPosix(), "this file system has no POSIX permissions");
    Path file = write("ann:" + HASH);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    if (allowed) {
      assertTrue(open().verify(ANN));
    } else {
      FileSystemException refused = assertThrows(FileSystemException.class, this::open);
      assertEquals(
          "may be read or written by others; 'chmod o-rw' prevents it", refused.getReason());
    }
  }

  @Test
  void aFileThatIsOpenedToOthersLaterLetsNobodyIn() throws IOException {
    assumeTrue(isPosix(), "this file system has no POSIX permissions");
    Path file = write("ann:" + HASH);
    PasswordFile users = open();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    clock.advance(Duration.ofSeconds(1));
    assertThrows(StorageFailure.class, () -> users.verify(ANN));
  }

  @Test
  void whatIsMissingTooLargeOrAMistakeIsSaidAtTheStart() throws IOException {
    assertThrows(NoSuchFileException.class, this::open);
    write("#".repeat(PasswordFile.LARGEST + 1));
    FileSystemException large = assertThrows(FileSystemException.class, this::open);
    assertEquals("is larger than 1048576 octets", large.getReason());
    write("ann:plain");
    assertThrows(UsageError.class, this::open);
  }

  @Test
  void theMemoryIsBounded() {
    RightOnes right = new RightOnes();
    KeyedHash keyed = new KeyedHash();
    for (int i = 0; i <= RightOnes.MOST; i++) {
      right.add(keyed.of(BasicCredentials.of("user" + i, "x")));
      assertTrue(right.contains(keyed.of(BasicCredentials.of("user0", "x"))) || i == 0);
    }
    assertFalse(right.contains(keyed.of(BasicCredentials.of("user1", "x"))), "asked long ago");
    assertTrue(right.contains(keyed.of(BasicCredentials.of("user0", "x"))), "asked just now");
  }

  @Test
  void noTwoPairsHaveTheSameHashAndNoTwoProcessesDo() {
    KeyedHash keyed = new KeyedHash();
    assertEquals(keyed.of(ANN), keyed.of(BasicCredentials.of("ann", "se:cret")));
    assertFalse(
        keyed.of(BasicCredentials.of("ab", "c")).equals(keyed.of(BasicCredentials.of("a", "bc"))));
    assertFalse(keyed.of(ANN).equals(new KeyedHash().of(ANN)));
  }
}
