package org.gatehouse.domain.range;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.gatehouse.domain.field.Grammar;
import org.gatehouse.domain.media.MediaType;

/**
 * The text around the parts of a multipart/byteranges body (RFC 9110 §14.6, RFC 2046 §5.1.1).
 *
 * @param boundary a text that no part contains: random, chosen anew for each response
 * @param partType the type of the whole representation
 * @param completeLength of the whole representation
 */
public record MultipartByteRanges(String boundary, MediaType partType, long completeLength) {
  private static final int LONGEST_BOUNDARY = 70;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the boundary is not a token of at most 70 characters, which
   *     needs no quotes, or the length is negative
   */
  public MultipartByteRanges {
    if (!Grammar.isToken(boundary) || boundary.length() > LONGEST_BOUNDARY) {
      throw new IllegalArgumentException("not a boundary");
    }
    if (completeLength < 0) {
      throw new IllegalArgumentException("a length is not negative");
    }
    Objects.requireNonNull(partType);
  }

  /** The Content-Type of the response. */
  public String contentType() {
    return "multipart/byteranges; boundary=" + boundary;
  }

  /** What stands before a part's octets. */
  public byte[] partHead(ByteRange range, boolean first) {
    String head =
        (first ? "" : "\r\n")
            + ("--" + boundary + "\r\n")
            + ("Content-Type: " + partType + "\r\n")
            + ("Content-Range: " + range.contentRange(completeLength) + "\r\n\r\n");
    return head.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What stands after the last part. */
  public byte[] end() {
    return ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The length of the whole multipart body, in octets. */
  public long length(List<ByteRange> ranges) {
    long length = end().length;
    for (int i = 0; i < ranges.size(); i++) {
      length += partHead(ranges.get(i), i == 0).length + ranges.get(i).length();
    }
    return length;
  }
}
