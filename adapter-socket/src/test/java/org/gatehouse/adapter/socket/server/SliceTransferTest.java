package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slices on the wire: handed the kernel's own channel, in steps, closed once on every path. */
class SliceTransferTest {
  @TempDir Path folder;

  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean toSocket;
  private final byte[] large = new byte[5_000_000];
  private Path file;
  private final ScriptedOrigin origin = new ScriptedOrigin().text("/", "hello");

  @BeforeEach
  void writeFile() throws IOException {
    new Random(3).nextBytes(large);
    file = Files.write(folder.resolve("large"), large);
    origin.on("/file", head -> answer(Body.of(Part.of(open(large.length)))));
    origin.on("/parts", head -> answer(parts(open(large.length))));
    origin.on("/shrunk", head -> answer(Body.of(Part.of(open(large.length + 1)))));
  }

  private static Decision answer(Body body) {
    return Decision.answer(Response.of(Status.OK, FieldLines.empty(), body));
  }

  private static Body parts(Slice slice) {
    Part whole = Part.of(slice);
    return Body.of(
        List.of(
            Part.of("<".getBytes()),
            whole.section(10, 2_000_000),
            Part.of("|".getBytes()),
            whole.section(0, 0),
            whole.section(4_999_990, 10),
            Part.of(">".getBytes())));
  }

  private Slice open(long length) {
    try {
      FileChannel channel = FileChannel.open(file);
      open.incrementAndGet();
      return new FileSlice(channel, length);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class FileSlice implements Slice {
    private final FileChannel channel;
    private final long length;

    FileSlice(FileChannel channel, long length) {
      this.channel = channel;
      this.length = length;
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel sink) throws IOException {
      assertTrue(
          sink instanceof SocketChannel || count <= 8192, "sendfile needs JDK's own channel");
      toSocket |= sink instanceof SocketChannel;
      if (position >= channel.size()) {
        throw new IOException("shorter than it was");
      }
      return channel.transferTo(position, count, sink);
    }

    @Override
    public void close() {
      if (channel.isOpen()) {
        open.decrementAndGet();
        try {
          channel.close();
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  @Test
  void aSmallSectionIsReadAndGoesOutWithItsHead() throws Exception {
    origin.on("/small", head -> answer(Body.of(Part.of(open(large.length)).section(5, 8192))));
    origin.on("/larger", head -> answer(Body.of(Part.of(open(large.length)).section(5, 8193))));
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      byte[] small = client.get("/small").reply().content();
      assertArrayEquals(Arrays.copyOfRange(large, 5, 5 + 8192), small);
      assertEquals(8192, origin.end().octets());
      assertFalse(toSocket);
      byte[] larger = client.get("/larger").reply().content();
      assertArrayEquals(Arrays.copyOfRange(large, 5, 5 + 8193), larger);
      assertEquals(8193, origin.end().octets());
      assertTrue(toSocket);
      assertEquals(0, open.get());
    }
  }

  @Test
  void aSmallSectionThatHasVanishedEndsTheConnection() throws Exception {
    origin.on(
        "/gone", head -> answer(Body.of(Part.of(open(large.length + 9)).section(large.length, 9))));
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      assertEquals("", client.get("/gone").rest());
      assertEquals(Exchange.Ending.ABORTED, origin.end().ending());
      assertEquals(0, open.get());
    }
  }

  @Test
  void sendsAFileWholeToASlowReader() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = new RawClient(server.port(), 4096)) {
      client.get("/file").get("/");
      assertArrayEquals(large, client.reply().content());
      assertEquals("hello", client.reply().text());
      assertEquals(large.length, origin.end().octets());
      assertEquals(0, open.get());
    }
  }

  @Test
  void sendsPartsInOrder() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      byte[] content = client.get("/parts").reply().content();
      ByteBuffer expected = ByteBuffer.allocate(content.length);
      expected.put((byte) '<').put(large, 10, 2_000_000).put((byte) '|');
      expected.put(large, 4_999_990, 10).put((byte) '>');
      assertArrayEquals(expected.array(), content);
      origin.end();
      assertEquals(0, open.get());
    }
  }

  @Test
  void headClosesWhatWasOpened() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("HEAD /file HTTP/1.1\r\nHost: a\r\n\r\n");
      assertEquals("5000000", client.reply(false).field("Content-Length"));
      origin.end();
      assertEquals(0, open.get());
    }
  }

  @Test
  void aClientThatVanishesLeavesNothingOpen() throws Exception {
    origin.on("/endless", head -> answer(Body.of(repeated(open(large.length)))));
    try (TestServer server = TestServer.start(origin)) {
      RawClient client = new RawClient(server.port(), 4096);
      client.get("/endless").exactly(10_000);
      client.vanish();
      assertEquals(Exchange.Ending.ABORTED, origin.end().ending());
      assertEquals(0, open.get());
    }
  }

  private static List<Part> repeated(Slice slice) {
    return java.util.Collections.nCopies(20, Part.of(slice));
  }

  @Test
  void aFileThatShrankEndsTheConnectionSoThatTheClientSeesIt() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      String all = client.get("/shrunk").rest();
      assertTrue(all.contains("Content-Length: 5000001"));
      assertEquals(Exchange.Ending.ABORTED, origin.end().ending());
      assertEquals(0, open.get());
    }
  }

  /** Content that is made piece by piece, by a worker, before it can be moved. */
  private final class MadeSlice implements Slice {
    private static final int PIECE = 100_000;

    private final long breaksAt;
    private volatile long made = -1;
    private final AtomicInteger closings = new AtomicInteger();

    MadeSlice(long breaksAt) {
      this.breaksAt = breaksAt;
    }

    @Override
    public long length() {
      return large.length;
    }

    @Override
    public boolean isReady(long position) {
      return made >= 0 && position >= made && position < made + PIECE;
    }

    @Override
    public void prepare(long position) throws IOException {
      assertTrue(Thread.currentThread().getName().startsWith("worker-"), "may wait");
      if (position >= breaksAt) {
        throw new IOException("set to break");
      }
      made = position;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel sink) throws IOException {
      assertTrue(isReady(position));
      long step = Math.min(count, made + PIECE - position);
      return sink.write(ByteBuffer.wrap(large, (int) position, (int) step));
    }

    @Override
    public long held() {
      return PIECE;
    }

    @Override
    public void close() {
      if (closings.getAndIncrement() == 0) {
        open.decrementAndGet();
      }
    }
  }

  private MadeSlice made(long breaksAt) {
    open.incrementAndGet();
    return new MadeSlice(breaksAt);
  }

  @Test
  void contentThatHasToBeMadeIsMadeByAWorkerAndSentInOrder() throws Exception {
    origin.on("/made", head -> answer(Body.of(Part.of(made(Long.MAX_VALUE)))));
    origin.on("/two", head -> answer(parts(made(Long.MAX_VALUE))));
    for (int window : new int[] {4096, 1 << 20}) {
      try (TestServer server = TestServer.start(origin);
          RawClient client = new RawClient(server.port(), window)) {
        client.get("/made").get("/").get("/two").get("/");
        assertArrayEquals(large, client.reply().content());
        assertEquals("hello", client.reply().text());
        byte[] content = client.reply().content();
        ByteBuffer expected = ByteBuffer.allocate(content.length);
        expected.put((byte) '<').put(large, 10, 2_000_000).put((byte) '|');
        expected.put(large, 4_999_990, 10).put((byte) '>');
        assertArrayEquals(expected.array(), content);
        assertEquals("hello", client.reply().text());
      }
    }
    assertEquals(0, open.get());
  }

  @Test
  void aSmallSectionIsMadeToo() throws Exception {
    int piece = MadeSlice.PIECE;
    origin.on("/made", head -> answer(Body.of(Part.of(made(Long.MAX_VALUE)).section(piece, 20))));
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      byte[] content = client.get("/made").reply().content();
      assertArrayEquals(Arrays.copyOfRange(large, piece, piece + 20), content);
      assertEquals(20, origin.end().octets());
      assertEquals(0, open.get());
    }
  }

  @Test
  void whatIsReadyOfASmallSectionGoesOutAndTheRestIsMade() throws Exception {
    int from = MadeSlice.PIECE - 10;
    origin.on(
        "/made",
        head -> {
          MadeSlice half = made(Long.MAX_VALUE);
          half.made = 0;
          return answer(Body.of(Part.of(half).section(from, 20)));
        });
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      byte[] content = client.get("/made").reply().content();
      assertArrayEquals(Arrays.copyOfRange(large, from, from + 20), content);
      assertEquals(20, origin.end().octets());
      assertEquals(0, open.get());
    }
  }

  @Test
  void contentThatCannotBeMadeEndsTheConnectionSoThatTheClientSeesIt() throws Exception {
    origin.on("/broken", head -> answer(Body.of(Part.of(made(3_000_000)))));
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      String all = client.get("/broken").rest();
      assertTrue(all.contains("Content-Length: 5000000"));
      assertTrue(all.length() < 3_001_000, "nothing comes after what broke");
      assertEquals(Exchange.Ending.ABORTED, origin.end().ending());
      assertEquals(0, open.get());
    }
  }

  @Test
  void aClientThatVanishesWhileContentIsMadeLeavesNothingOpen() throws Exception {
    origin.on("/made", head -> answer(Body.of(Part.of(made(Long.MAX_VALUE)))));
    try (TestServer server = TestServer.start(origin)) {
      for (int i = 0; i < 20; i++) {
        RawClient client = new RawClient(server.port(), 4096);
        client.get("/made").exactly(10_000);
        client.vanish();
        assertEquals(Exchange.Ending.ABORTED, origin.end().ending());
      }
      assertEquals(0, open.get());
    }
  }
}
