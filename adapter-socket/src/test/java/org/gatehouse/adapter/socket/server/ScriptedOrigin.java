package org.gatehouse.adapter.socket.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Origin;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.RequestHead;
import org.gatehouse.domain.message.Status;

/** An application whose decisions a test writes down by target; remembers how exchanges ended. */
final class ScriptedOrigin implements Origin {
  private final Map<String, Function<RequestHead, Decision>> script = new ConcurrentHashMap<>();
  private final BlockingQueue<End> ends = new LinkedBlockingQueue<>();
  private final List<String> doubles = new CopyOnWriteArrayList<>();

  /** How an exchange ended. */
  record End(String target, Exchange.Ending ending, long octets) {}

  ScriptedOrigin on(String target, Function<RequestHead, Decision> decision) {
    script.put(target, decision);
    return this;
  }

  ScriptedOrigin text(String target, String content) {
    return on(target, head -> Decision.answer(ok(content)));
  }

  static Response ok(String content) {
    return Response.of(
        Status.OK,
        FieldLines.of("Content-Type", "text/plain"),
        Body.of(content.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** The next end of an exchange. */
  End end() throws InterruptedException {
    End end = ends.poll(20, TimeUnit.SECONDS);
    if (end == null) {
      throw new AssertionError("no exchange ended");
    }
    return end;
  }

  boolean hasMoreEnds() {
    return !ends.isEmpty();
  }

  /** The targets of exchanges that were reported more than once. */
  List<String> doubles() {
    return doubles;
  }

  @Override
  public Exchange accept(RequestHead head, ConnectionInfo connection) {
    return new Scripted(head, null);
  }

  @Override
  public Exchange refuse(Refusal refusal, ConnectionInfo connection) {
    return new Scripted(null, refusal);
  }

  private final class Scripted implements Exchange {
    private final RequestHead head;
    private final Refusal refusal;
    private boolean reported;

    Scripted(RequestHead head, Refusal refusal) {
      this.head = head;
      this.refusal = refusal;
    }

    @Override
    public Decision decision() {
      if (refusal != null) {
        return Decision.answer(refuse(refusal));
      }
      Decision decision =
          script
              .getOrDefault(head.target().raw(), h -> Decision.answer(refuse(missing())))
              .apply(head);
      return head.method() == Method.HEAD
          ? decision.match(a -> Decision.answer(a.response().withoutContent()), l -> l, r -> r)
          : decision;
    }

    private Refusal missing() {
      return Refusal.of(Status.NOT_FOUND, "no such thing");
    }

    @Override
    public Response refuse(Refusal why) {
      byte[] text = why.reason().getBytes(StandardCharsets.UTF_8);
      return Response.of(why.status(), why.fields(), Body.of(text));
    }

    @Override
    public Response fail(Throwable failure) {
      return refuse(Refusal.of(Status.INTERNAL_SERVER_ERROR, "failed: " + failure.getMessage()));
    }

    @Override
    public void finished(Ending ending, long contentOctets) {
      String target = head == null ? "" : head.target().raw();
      if (reported) {
        doubles.add(target);
      }
      reported = true;
      ends.add(new End(target, ending, contentOctets));
    }
  }
}
