package org.gatehouse.adapter.socket.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.target.RequestTarget;
import org.junit.jupiter.api.Test;

/** Whatever was read before, a target reads as it does without a memory. */
class TargetMemoryTest {
  private final TargetMemory memory = new TargetMemory();

  private Optional<RequestTarget> parse(Method method, String target) {
    byte[] octets = ("<" + target + ">").getBytes(ISO_8859_1);
    return memory.parse(method, octets, 1, octets.length - 1);
  }

  @Test
  void whatWasReadBeforeIsTheSameObject() {
    RequestTarget first = parse(Method.GET, "/a?b").orElseThrow();
    assertSame(first, parse(Method.HEAD, "/a?b").orElseThrow());
    assertEquals("/a", parse(Method.GET, "/a").orElseThrow().raw());
    assertEquals("/a?bc", parse(Method.GET, "/a?bc").orElseThrow().raw());
  }

  @Test
  void theMethodDecidesWhereItHasASay() {
    for (int i = 0; i < 2; i++) {
      assertEquals(Optional.empty(), parse(Method.CONNECT, "/a"));
      assertEquals("/a", parse(Method.GET, "/a").orElseThrow().raw());
      assertEquals(Optional.empty(), parse(Method.GET, "*"));
      assertEquals("*", parse(Method.OPTIONS, "*").orElseThrow().raw());
    }
  }

  @Test
  void aMalformedTargetStaysMalformed() {
    assertEquals(Optional.empty(), parse(Method.GET, "/a|b"));
    assertEquals(Optional.empty(), parse(Method.GET, "/a|b"));
  }

  @Test
  void aLongTargetIsReadEachTime() {
    String target = "/" + "a".repeat(1000);
    assertEquals(target, parse(Method.GET, target).orElseThrow().raw());
    assertEquals(target, parse(Method.GET, target).orElseThrow().raw());
  }

  @Property
  void everyTargetReadsAsWithoutAMemory(
      @ForAll @AlphaChars @Chars({'/', '%', '2', 'e', '?', '|'}) @StringLength(max = 3)
          String path) {
    String target = "/" + path;
    Optional<RequestTarget> alone = RequestTarget.parse(Method.GET, target);
    assertEquals(alone.isPresent(), parse(Method.GET, target).isPresent());
    assertEquals(alone.map(RequestTarget::raw), parse(Method.GET, target).map(RequestTarget::raw));
  }
}
