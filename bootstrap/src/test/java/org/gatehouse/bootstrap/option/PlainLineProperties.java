package org.gatehouse.bootstrap.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read without picocli means the same to picocli. */
class PlainLineProperties {
  private static final List<String> WORDS =
      List.of(
          "1",
          "9000",
          "",
          " ",
          "0x1",
          "--",
          "-",
          "-h",
          "--help",
          "--version",
          "-p",
          "-p1",
          "-b",
          "--port=1",
          "--qr",
          "--dotfiles",
          "--dotfiles=false",
          "--json",
          "--url",
          "health",
          "doctor",
          "@",
          "@@x",
          "@file",
          "x",
          "a=b",
          "--x",
          "\"1\"",
          "'a",
          "a b",
          "${sys:user.dir}",
          "$x",
          "%n",
          "a,b",
          "é",
          "１",
          "true",
          "-1",
          "\\",
          "a\"b");

  @Property
  void meansTheSame(@ForAll("lines") List<String> line) {
    String[] arguments = line.toArray(String[]::new);
    Optional<Map<Setting, List<Given>>> plain = PlainLine.read(arguments);
    plain.ifPresent(
        given -> {
          Invocation modelled = new ModelledLine(() -> "", "", Map.of()).read(arguments);
          assertEquals(Invocation.Command.SERVE, modelled.command());
          assertEquals(given, modelled.settings().arguments());
        });
  }

  @Provide
  Arbitrary<List<String>> lines() {
    List<String> words = new ArrayList<>(WORDS);
    Arrays.stream(Setting.values()).map(Setting::flag).forEach(words::add);
    Arbitrary<List<String>> pair =
        Arbitraries.of(Setting.class)
            .flatMap(s -> Arbitraries.of(WORDS).map(w -> List.of(s.flag(), w)));
    Arbitrary<List<String>> one = Arbitraries.of(words).map(List::of);
    return Arbitraries.oneOf(pair, one)
        .list()
        .ofMaxSize(4)
        .map(parts -> parts.stream().flatMap(List::stream).toList());
  }

  @Example
  void readsAnOrdinaryStart() {
    assertTrue(PlainLine.read("8080", "2", "--root", "www", "--max-body", "64M").isPresent());
    assertTrue(PlainLine.read().isPresent());
  }
}
