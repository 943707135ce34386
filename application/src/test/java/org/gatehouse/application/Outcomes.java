package org.gatehouse.application;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.gatehouse.application.guard.Verdict;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;

/** Reads verdicts, decisions and bodies in tests. */
public final class Outcomes {
  private Outcomes() {}

  /** {@code pass}, or the status of a refusal or an answer. */
  public static String of(Verdict verdict) {
    return verdict.match(
        () -> "pass",
        refusal -> Integer.toString(refusal.status().code()),
        response -> Integer.toString(response.status().code()));
  }

  /** The response, which is there without any work. */
  public static Response answered(Decision decision) {
    return decision.match(
        Decision.Answer::response,
        later -> {
          throw new AssertionError("an answer, not work");
        },
        receive -> {
          throw new AssertionError("an answer, not content to be received");
        });
  }

  /** The decision that some work leads to. */
  public static Decision worked(Decision decision) {
    return decision.match(
        answer -> {
          throw new AssertionError("work, not an answer");
        },
        later -> later.work().get(),
        receive -> {
          throw new AssertionError("work, not content to be received");
        });
  }

  /** The receiver of content. */
  public static ContentReceiver receiver(Decision decision) {
    return decision.match(
        answer -> {
          throw new AssertionError("content to be received, not an answer");
        },
        later -> {
          throw new AssertionError("content to be received, not work");
        },
        Decision.Receive::receiver);
  }

  /** The octets of a body that is all in memory. */
  public static byte[] octets(Body body) {
    ByteBuffer all = ByteBuffer.allocate((int) body.parts().stream().mapToLong(Part::length).sum());
    for (Part part : body.parts()) {
      ByteBuffer next =
          part.match(
              octets -> octets.content().duplicate(),
              section -> {
                throw new AssertionError("all in memory");
              });
      all.put(next);
    }
    return all.array();
  }

  /** The content of a response as text. */
  public static String text(Response response) {
    return new String(octets(response.body()), StandardCharsets.UTF_8);
  }

  /** The value of a field that is there exactly once. */
  public static String field(Response response, String name) {
    if (response.head().fields().count(name) != 1) {
      throw new AssertionError(name + " is not there once in " + response.head().fields());
    }
    return response.head().fields().first(name).orElseThrow();
  }
}
