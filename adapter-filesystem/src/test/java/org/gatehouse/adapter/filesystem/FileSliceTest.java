package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.found;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.remove;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.application.contract.Octets;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSliceTest {
  private static final long FIVE_GIB = 5L << 30;

  @TempDir private Path root;
  private FileResourceRepository files;

  @BeforeEach
  void setUp() {
    files = new FileResourceRepository(root, Sync.NEVER);
  }

  @AfterEach
  void nothingIsLeft() {
    Leftovers.assertNone(root, files);
  }

  private Representation open(String path) {
    return found(files, path).open(ContentCoding.IDENTITY).orElseThrow();
  }

  private static Slice slice(Representation opened) {
    return opened.content().<Slice>match(octets -> null, Part.Section::slice);
  }

  /** Takes what it is given and remembers the last octets of it. */
  private static final class Sink implements WritableByteChannel {
    private final ByteBuffer last = ByteBuffer.allocate(16);
    private int most = Integer.MAX_VALUE;

    @Override
    public int write(ByteBuffer source) {
      int count = Math.min(most, source.remaining());
      for (int i = 0; i < count; i++) {
        if (!last.hasRemaining()) {
          last.clear();
        }
        last.put(source.get());
      }
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  @Test
  void positionsInAHugeFileAreReachedInSteps() throws Exception {
    try (RandomAccessFile huge = new RandomAccessFile(root.resolve("huge.bin").toFile(), "rw")) {
      huge.setLength(FIVE_GIB);
      huge.seek(FIVE_GIB - 4);
      huge.writeBytes("last");
      huge.seek(3L << 30);
      huge.writeBytes("middle");
    }
    try (Representation opened = open("/huge.bin")) {
      assertEquals(FIVE_GIB, opened.content().length());
      assertTrue(opened.variant().tag().opaque().endsWith("-" + FIVE_GIB));
      Slice slice = slice(opened);
      Sink sink = new Sink();
      assertEquals(6, slice.transferTo(3L << 30, 6, sink));
      assertEquals("middle", new String(sink.last.array(), 0, 6));
      sink.last.clear();
      assertEquals(4, slice.transferTo(FIVE_GIB - 4, 1000, sink), "not beyond the end");
      assertEquals("last", new String(sink.last.array(), 0, 4));
      Part end = opened.content().section(FIVE_GIB - 4, 4);
      assertEquals("last", new String(Octets.of(end)));
    }
  }

  @Test
  void aStepEndsWhereTheChannelTakesNoMore() throws Exception {
    put(files, "/page.txt", "0123456789");
    try (Representation opened = open("/page.txt")) {
      Sink sink = new Sink();
      sink.most = 0;
      assertEquals(0, slice(opened).transferTo(0, 10, sink));
      sink.most = 3;
      assertEquals(3, slice(opened).transferTo(2, 8, sink));
      assertEquals("234", new String(sink.last.array(), 0, 3));
      assertEquals(0, slice(opened).transferTo(10, 5, sink), "nothing is left");
      assertEquals(0, slice(opened).transferTo(3, 0, sink), "nothing was wanted");
    }
  }

  @Test
  void aFileThatBecameShorterIsAFailureAndNoEndlessLoop() throws Exception {
    put(files, "/page.txt", "0123456789");
    try (Representation opened = open("/page.txt");
        FileChannel other = FileChannel.open(root.resolve("page.txt"), StandardOpenOption.WRITE)) {
      other.truncate(4);
      assertEquals(10, opened.content().length(), "a length does not change");
      assertEquals(4, slice(opened).transferTo(0, 10, new Sink()));
      assertThrows(EOFException.class, () -> slice(opened).transferTo(4, 6, new Sink()));
    }
  }

  @Test
  void aPieceIsReadIntoMemory() throws Exception {
    put(files, "/page.txt", "0123456789");
    try (Representation opened = open("/page.txt");
        FileChannel other = FileChannel.open(root.resolve("page.txt"), StandardOpenOption.WRITE)) {
      Slice slice = slice(opened);
      ByteBuffer target = ByteBuffer.allocate(8).limit(5);
      assertEquals(5, slice.read(2, target));
      assertEquals("23456", new String(target.array(), 0, 5));
      assertEquals(5, target.limit(), "the room is the reader's");
      assertEquals(0, slice.read(2, target), "there is no room");
      target.clear();
      assertEquals(3, slice.read(7, target), "not beyond the end");
      assertEquals(8, target.limit());
      assertEquals(0, slice.read(10, target), "nothing is left");
      other.truncate(4);
      assertThrows(EOFException.class, () -> slice.read(4, target));
      assertEquals(8, target.limit());
    }
  }

  @Test
  void theRawChannelIsHandedToTheKernelSide() throws Exception {
    put(files, "/page.txt", "0123456789");
    Path copy = root.resolve("copy.txt");
    try (Representation opened = open("/page.txt");
        FileChannel raw =
            FileChannel.open(copy, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertEquals(10, slice(opened).transferTo(0, 10, raw));
    }
    assertEquals("0123456789", Files.readString(copy));
  }

  @Test
  void whatIsOpenIsCountedAndClosedOnce() throws Exception {
    put(files, "/page.txt", "0123456789");
    Representation one = open("/page.txt");
    Representation two = open("/page.txt");
    assertEquals(2, files.openCount());
    one.close();
    one.close();
    slice(one).close();
    assertEquals(1, files.openCount());
    assertThrows(ClosedChannelException.class, () -> slice(one).transferTo(0, 1, new Sink()));
    two.close();
    assertEquals(0, files.openCount());
  }

  @Test
  void anOpenFileOutlivesItsNameAndKeepsItsTag() {
    put(files, "/page.txt", "first");
    Resource seen = found(files, "/page.txt");
    try (Representation first = seen.open(ContentCoding.IDENTITY).orElseThrow()) {
      put(files, "/page.txt", "second");
      try (Representation second = seen.open(ContentCoding.IDENTITY).orElseThrow()) {
        remove(files, "/page.txt");
        assertEquals("first", new String(Octets.of(first)));
        assertEquals("second", new String(Octets.of(second)));
        assertEquals(seen.state().tag(), first.variant().tag());
        assertNotEquals(first.variant().tag(), second.variant().tag());
        assertEquals(6, second.content().length());
      }
    }
  }

  @Test
  void tagAndOctetsAreOfOneFileAlsoIfItIsReplacedWhileItIsOpened() throws Exception {
    AtomicInteger replacements = new AtomicInteger();
    TamperedFolder.Tamper replace =
        (step, at) -> {
          if (step.equals("read") && replacements.incrementAndGet() <= 5) {
            Path other = root.resolve("other");
            Files.writeString(other, "version " + "x".repeat(replacements.get()));
            Files.move(other, at, StandardCopyOption.ATOMIC_MOVE);
          }
        };
    put(files, "/page.txt", "old");
    try (FileResourceRepository tampered =
        new FileResourceRepository(
            TamperedFolder.root(root, replace), Sync.NEVER, Devices.ofSystem())) {
      Representation opened =
          found(tampered, "/page.txt").open(ContentCoding.IDENTITY).orElseThrow();
      try (opened) {
        assertEquals("version xxxxx", new String(Octets.of(opened)));
        assertEquals(found(files, "/page.txt").state().tag(), opened.variant().tag());
      }
      assertEquals(0, tampered.openCount());
    }
  }

  @Test
  void aFileThatIsWrittenToAllTheTimeIsSentAsLongAsItWas() throws Exception {
    TamperedFolder.Tamper append =
        (step, at) -> {
          if (step.equals("read")) {
            Files.writeString(at, "+", StandardOpenOption.APPEND);
          }
        };
    put(files, "/log.txt", "log");
    try (FileResourceRepository tampered =
        new FileResourceRepository(
            TamperedFolder.root(root, append), Sync.NEVER, Devices.ofSystem())) {
      Representation opened =
          found(tampered, "/log.txt").open(ContentCoding.IDENTITY).orElseThrow();
      try (opened) {
        byte[] octets = Octets.of(opened);
        assertTrue(opened.variant().tag().opaque().endsWith("-" + octets.length));
      }
    }
  }
}
