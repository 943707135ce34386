package org.gatehouse.domain.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatehouse.domain.message.Method;

class ResourcePathProperties {

  /** Paths made of what attackers make them of. */
  @Provide
  Arbitrary<String> hostilePaths() {
    return Arbitraries.of(
            "/",
            "/",
            "/",
            ".",
            "..",
            "a",
            "b.c",
            "%2e",
            "%2E",
            "%2f",
            "%5c",
            "%25",
            "%252e",
            "%",
            "%00",
            "%0d",
            "\\",
            "%c3%a9",
            "%c0%ae",
            "%ed%a0%80",
            "%ff",
            " ",
            ";",
            "é",
            "?",
            "*",
            "%EF%BC%8E")
        .list()
        .ofMaxSize(10)
        .map(parts -> "/" + String.join("", parts));
  }

  @Provide
  Arbitrary<List<String>> names() {
    Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(5);
    Arbitrary<String> strange =
        Arbitraries.of("...", "%2e%2e", "a%", " ", "é", "😀", "?", "#", "a;b");
    return Arbitraries.oneOf(anything, strange).filter(ResourcePath::isName).list().ofMaxSize(4);
  }

  private static Optional<ResourcePath> read(String raw) {
    return ResourcePath.parse(raw).match(Optional::of, fault -> Optional.empty());
  }

  @Property
  void noPathHoldsADotSegmentOrAControl(@ForAll @From("hostilePaths") String raw) {
    read(raw)
        .ifPresent(
            path -> {
              for (String segment : path.segments()) {
                assertFalse(segment.equals(".") || segment.equals(".."), segment);
                assertFalse(segment.chars().anyMatch(Character::isISOControl), segment);
                assertFalse(path.isAddressable() && segment.matches("|.*[/\\\\].*"), segment);
              }
            });
  }

  @Property
  void anAddressablePathStaysBelowTheRoot(@ForAll @From("hostilePaths") String raw) {
    read(raw)
        .filter(ResourcePath::isAddressable)
        .ifPresent(
            path -> {
              java.nio.file.Path root = java.nio.file.Path.of("/srv/root");
              java.nio.file.Path file = root;
              for (String segment : path.segments()) {
                file = file.resolve(segment);
              }
              assertTrue(file.normalize().startsWith(root), file::toString);
              assertEquals(root.getNameCount() + path.segments().size(), file.getNameCount());
            });
  }

  @Property
  void aPathIsDecodedOnce(@ForAll @From("hostilePaths") String raw) {
    read(raw).ifPresent(path -> assertEquals(Optional.of(path), read(path.encoded())));
  }

  @Property
  void whatIsEncodedIsATarget(@ForAll @From("hostilePaths") String raw) {
    read(raw)
        .ifPresent(
            path -> {
              Optional<RequestTarget> target = RequestTarget.parse(Method.GET, path.encoded());
              assertEquals(Optional.of(path.encoded()), target.map(RequestTarget::path));
            });
  }

  @Property
  void pathsOfNamesAreReadBackEqual(@ForAll @From("names") List<String> names) {
    ResourcePath path = ResourcePath.of(names.toArray(String[]::new));
    assertEquals(names, path.segments());
    assertTrue(path.isAddressable());
    assertEquals(Optional.of(path), read(path.encoded()));
    assertEquals(Optional.of(path.asFolder()), read(path.asFolder().encoded()));
  }

  @Property
  void textIsTheNamesBetweenSlashes(@ForAll @From("hostilePaths") String raw) {
    read(raw)
        .ifPresent(
            path -> {
              String end = path.isFolder() && !path.segments().isEmpty() ? "/" : "";
              assertEquals("/" + String.join("/", path.segments()) + end, path.toString());
            });
  }

  @Property
  void anyTextIsAPathOrAFault(@ForAll String raw) {
    assertFalse(read(raw).isPresent() && !raw.startsWith("/"));
    read("/" + raw).ifPresent(path -> assertEquals(Optional.of(path), read(path.encoded())));
  }

  @Property
  void anyTextIsATargetOrNone(@ForAll String raw, @ForAll Method method) {
    RequestTarget.parse(method, raw).ifPresent(target -> assertEquals(raw, target.raw()));
    Authority.parse(raw)
        .ifPresent(host -> assertEquals(Optional.of(host), Authority.parse(host.toString())));
  }
}
