package org.gatehouse.adapter.socket.http1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Octets as nobody would write them by hand. */
final class Generated {
  private static final String[] PIECES = {
    "GET",
    "POST",
    " ",
    "  ",
    "/",
    "/a?b",
    "*",
    "http://a/",
    "HTTP/1.1",
    "HTTP/1.0",
    "HTTP/2.0",
    "⏎",
    "⏎",
    "⏎⏎",
    "␍",
    "␊",
    "␉",
    "␀",
    "‹ff›",
    ":",
    ": ",
    "Host: a⏎",
    "Content-Length: ",
    "5",
    "0",
    ", ",
    "Transfer-Encoding: ",
    "chunked",
    "gzip",
    "GET / HTTP/1.1⏎",
    "POST / HTTP/1.1⏎",
    "X",
    "«x*90»",
  };

  private static final String[] CHUNK_PIECES = {
    "0",
    "1",
    "5",
    "a",
    "1f",
    "f",
    "⏎",
    "⏎",
    "x",
    "Hello",
    ";",
    "=",
    "\"",
    "\\",
    " ",
    "␉",
    "␍",
    "␊",
    "␀",
    "‹ff›",
    "5⏎Hello⏎",
    "1⏎x⏎",
    "0⏎",
    "0⏎⏎",
    "A: b⏎",
    ":",
    "«x*90»",
    ";«e*300»",
    "000000",
  };

  private Generated() {}

  /** Anything at all. */
  static Arbitrary<byte[]> anyOctets() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
  }

  /** Some content, from a seed: much cheaper than octets that are generated one by one. */
  static Arbitrary<byte[]> data() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 300), Arbitraries.longs().withoutEdgeCases())
        .as(
            (size, seed) -> {
              byte[] data = new byte[size];
              new Random(seed).nextBytes(data);
              return data;
            });
  }

  /** Pieces of heads in any order. */
  static Arbitrary<byte[]> headSoup() {
    return soup(PIECES);
  }

  /** Pieces of chunked content in any order. */
  static Arbitrary<byte[]> chunkSoup() {
    return soup(CHUNK_PIECES);
  }

  private static Arbitrary<byte[]> soup(String... pieces) {
    return Arbitraries.of(pieces)
        .list()
        .ofMaxSize(30)
        .map(list -> WireText.octets(String.join("", list)));
  }

  /** Good rows of the table with at most two octets changed, taken out or put in. */
  static Arbitrary<byte[]> damagedHead() {
    return damaged(
        HeadVectors.rows().stream().filter(row -> !row.isRefused()).map(HeadVectors.Row::octets));
  }

  static Arbitrary<byte[]> damagedContent() {
    return damaged(
        ContentVectors.rows().stream()
            .filter(row -> row.framing().equals("chunked") && !row.isRefused())
            .map(ContentVectors.Row::octets));
  }

  private static Arbitrary<byte[]> damaged(Stream<byte[]> whole) {
    Arbitrary<Damage> damage =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 1000),
                Arbitraries.oneOf(
                    Arbitraries.bytes(),
                    Arbitraries.of(
                        "\r\n :;,\t\0015".chars().boxed().map(Integer::byteValue).toList())))
            .as(Damage::new);
    return Combinators.combine(Arbitraries.of(whole.toList()), damage.list().ofMaxSize(2))
        .as(
            (octets, damages) -> {
              byte[] result = octets;
              for (Damage each : damages) {
                result = each.to(result);
              }
              return result;
            });
  }

  private record Damage(int kind, int at, byte octet) {
    byte[] to(byte[] octets) {
      int place = octets.length == 0 ? 0 : at % octets.length;
      ByteArrayOutputStream result = new ByteArrayOutputStream();
      result.write(octets, 0, place);
      if (kind != 1) {
        result.write(octet);
      }
      int from = kind == 2 ? place : Math.min(place + 1, octets.length);
      result.write(octets, from, octets.length - from);
      return result.toByteArray();
    }
  }

  /** Places at which octets may be split, as shares of their length. */
  static Arbitrary<List<Integer>> shares() {
    return Arbitraries.integers().between(0, 1000).list().ofMaxSize(12);
  }

  /** The places for so many octets, in order. */
  static int[] ends(List<Integer> shares, int length) {
    return shares.stream().mapToInt(share -> share * length / 1000).sorted().toArray();
  }

  /** Pieces of the octets, cut at these places. */
  static List<byte[]> pieces(byte[] octets, int[] ends) {
    List<byte[]> pieces = new ArrayList<>();
    int start = 0;
    for (int end : ends) {
      pieces.add(Arrays.copyOfRange(octets, start, end));
      start = end;
    }
    pieces.add(Arrays.copyOfRange(octets, start, octets.length));
    return pieces;
  }

  static Arbitrary<String> token() {
    return Arbitraries.strings()
        .withChars("!#$%&'*+-.^_`|~")
        .withCharRange('0', '9')
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .ofMinLength(1)
        .ofMaxLength(20);
  }

  /** A field value without white space around it. */
  static Arbitrary<String> fieldValue() {
    return Arbitraries.strings()
        .withChars(" \t")
        .withCharRange('!', '~')
        .withCharRange('\u0080', '\u00ff')
        .ofMaxLength(40)
        .map(text -> text.replaceAll("^[ \t]+|[ \t]+$", ""));
  }
}
