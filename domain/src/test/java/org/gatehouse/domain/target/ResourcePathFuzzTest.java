package org.gatehouse.domain.target;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text is a path or refused, and a path never leaves the root and re-encodes to itself. */
class ResourcePathFuzzTest {

  static Stream<byte[]> seeds() {
    return Stream.of(
            "",
            "/",
            "/a/b.txt",
            "/a//b/",
            "/..",
            "/a/%2e%2E/b",
            "/%2fetc%5cpasswd",
            "/caf%C3%A9",
            "/%C0%AE%C0%AE/",
            "/%ED%A0%80",
            "/%f0%9f%98%80",
            "/a%00b",
            "/a%zz",
            "/a%",
            "/%252e%252e",
            "/.well-known/x",
            "/a\\b",
            "a",
            "/a%7f")
        .map(text -> text.getBytes(ISO_8859_1));
  }

  @MethodSource("seeds")
  @FuzzTest
  void aPathStaysBelowTheRoot(byte[] octets) {
    String raw = new String(octets, ISO_8859_1);
    ResourcePath.parse(raw)
        .match(
            path -> {
              staysInside(path);
              encodesToItself(path);
              return null;
            },
            fault -> fault);
  }

  private static void staysInside(ResourcePath path) {
    for (String segment : path.segments()) {
      assertFalse(segment.equals(".") || segment.equals(".."), "a dot segment");
      assertTrue(segment.chars().noneMatch(c -> c < ' ' || c == 0x7f), "a control character");
      assertTrue(
          !path.isAddressable() || segment.chars().noneMatch(c -> c == '/' || c == '\\'),
          "a separator in what can be addressed");
    }
  }

  private static void encodesToItself(ResourcePath path) {
    String encoded = path.encoded();
    assertTrue(encoded.chars().allMatch(c -> c > ' ' && c < 0x7f), "not a URI");
    ResourcePath again = ResourcePath.parse(encoded).match(same -> same, fault -> null);
    assertEquals(path, again);
    assertEquals(encoded, again.encoded());
  }
}
