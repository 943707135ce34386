package org.gatehouse.adapter.socket.http1;

import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The short form of {@link ConnectionFuzzTest}, on messages that are nearly right. */
class ConnectionProperties {

  @Provide
  Arbitrary<byte[]> connections() {
    Arbitrary<byte[]> chunked =
        Combinators.combine(
                Arbitraries.of("POST / HTTP/1.1⏎Transfer-Encoding: chunked⏎⏎"),
                Arbitraries.oneOf(Generated.damagedContent(), Generated.chunkSoup()))
            .as((head, content) -> join(List.of(WireText.octets(head), content)));
    return Arbitraries.frequencyOf(
            Tuple.of(4, Generated.damagedHead()),
            Tuple.of(3, chunked),
            Tuple.of(1, Generated.headSoup()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(ConnectionProperties::join);
  }

  private static byte[] join(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }

  @Property
  void bothReadingsAgree(@ForAll("connections") byte[] octets) {
    ConnectionFuzzTest.agree(HeadVectors.LIMITS, octets);
  }
}
