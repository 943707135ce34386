package org.gatehouse.application.method;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.gatehouse.application.fake.InMemoryETagStore;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.SequentialIds;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.method.ResourceSettings.Posting;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.message.ContentFraming;
import org.gatehouse.domain.message.HttpVersion;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.RequestHead;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.target.RequestTarget;
import org.gatehouse.domain.target.ResourcePath;

/** Resources over the fakes, and a client that runs their decisions as the wire would. */
final class ResourcesFixture {
  static final ResourceSettings SETTINGS =
      new ResourceSettings(
          MediaTypes.broad(), Set.of("pdf"), false, WritePolicy.OPEN, Posting.NEW_NAME);

  final SettableClock clock = new SettableClock();
  final InMemoryResourceRepository repository = new InMemoryResourceRepository(clock);
  final InMemoryETagStore etags = new InMemoryETagStore();
  Resources resources;

  ResourcesFixture() {
    this(SETTINGS);
  }

  ResourcesFixture(ResourceSettings settings) {
    use(Mount.root(repository), settings);
  }

  /** Puts another repository in front of the same fakes. */
  void use(ResourceRepository other) {
    use(Mount.root(other), SETTINGS);
  }

  void use(Mount mount, ResourceSettings settings) {
    resources =
        new Resources(
            mount, settings, etags, clock, new SequentialIds(), ResourcesFixture::refused);
  }

  private static Response refused(Request request, Refusal refusal) {
    byte[] reason = (refusal.reason() + "\n").getBytes(StandardCharsets.UTF_8);
    return Response.of(refusal.status(), refusal.fields(), Body.of(reason));
  }

  /**
   * What a client sees.
   *
   * @param length the length that was announced
   * @param received whether content was asked for
   */
  record Answer(Status status, FieldLines fields, byte[] content, long length, boolean received) {
    String field(String name) {
      return fields.first(name).orElse("");
    }

    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }

    int code() {
      return status.code();
    }
  }

  Answer get(String target, String... fields) {
    return send("GET", target, "", fields);
  }

  Answer head(String target, String... fields) {
    return send("HEAD", target, "", fields);
  }

  Answer put(String target, String content, String... fields) {
    return send("PUT", target, content, fields);
  }

  Answer post(String target, String content, String... fields) {
    return send("POST", target, content, fields);
  }

  Answer delete(String target, String... fields) {
    return send("DELETE", target, "", fields);
  }

  Answer send(String method, String target, String content, String... fields) {
    byte[] octets = content.getBytes(StandardCharsets.UTF_8);
    return run(decide(method, target, fields), octets, octets.length + 1);
  }

  /** The first decision; nothing is run yet. */
  Decision decide(String method, String target, String... fields) {
    return resources.handle(request(method, target, fields));
  }

  Request request(String token, String raw, String... fields) {
    Method method = Method.of(token);
    RequestTarget target = RequestTarget.parse(method, raw).orElseThrow();
    RequestHead head =
        new RequestHead(
            token,
            method,
            target,
            HttpVersion.HTTP_1_1,
            FieldLines.of(fields),
            ContentFraming.CHUNKED);
    return new Request(
        head,
        ResourcePath.parse(target.path()),
        new ConnectionInfo("192.0.2.1", 50000, 8080, "http"),
        "request-1",
        clock.now());
  }

  /** Which of the three a decision is. */
  static String kind(Decision decision) {
    return decision.match(answer -> "answer", later -> "later", receive -> "receive");
  }

  /** Runs decisions to their end, handing content over in pieces of a size. */
  static Answer run(Decision first, byte[] content, int pieceSize) {
    Decision decision = first;
    boolean received = false;
    while (!kind(decision).equals("answer")) {
      received |= kind(decision).equals("receive");
      decision =
          decision.match(
              answer -> answer,
              later -> later.work().get(),
              receive -> feed(receive.receiver(), content, pieceSize));
    }
    boolean wanted = received;
    return decision.<Answer>match(
        answer -> read(answer.response(), wanted), later -> null, receive -> null);
  }

  static Decision feed(ContentReceiver receiver, byte[] content, int pieceSize) {
    try {
      for (int at = 0; at < content.length; at += pieceSize) {
        int size = Math.min(pieceSize, content.length - at);
        receiver.accept(ByteBuffer.wrap(content, at, size).asReadOnlyBuffer());
      }
      return receiver.complete();
    } catch (RuntimeException failure) {
      receiver.abort();
      throw failure;
    }
  }

  private static Answer read(Response response, boolean received) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    WritableByteChannel sink = Channels.newChannel(content);
    response.body().parts().forEach(part -> copy(part, sink));
    long length = response.body().length();
    response.body().close();
    return new Answer(
        response.status(), response.head().fields(), content.toByteArray(), length, received);
  }

  private static void copy(Part part, WritableByteChannel sink) {
    try {
      long count =
          part.<IOCount>match(
                  octets -> () -> sink.write(octets.content().duplicate()),
                  section ->
                      () -> section.slice().transferTo(section.position(), section.length(), sink))
              .get();
      if (count != part.length()) {
        throw new IOException("a part is as long as it says");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private interface IOCount {
    long get() throws IOException;
  }
}
