package org.gatehouse.application.method;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.gatehouse.application.method.FormRecorder.Reading;
import org.gatehouse.domain.media.MediaType;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any octets are read as the same parts, whatever the split, and complete only after a last
 * boundary; no more comes out than went in, and no octet that comes out belongs to a delimiter.
 */
class FormDataReaderFuzzTest {
  private static final String BOUNDARY = "b-b";
  private static final String DELIMITER = "\r\n--" + BOUNDARY;

  static Stream<byte[]> seeds() {
    String head = "--b-b\r\nContent-Disposition: form-data; name=f; filename=";
    return Stream.of(
            "",
            head + "\"a.txt\"\r\n\r\nHello\r\n--b-b--\r\n",
            head + "a\r\n\r\n" + DELIMITER + "\r\n\r\n" + DELIMITER + "--",
            "preamble\r\n" + head + "C:\\x\\y.txt\r\n\r\n\r\n--b-\r\n--b-b-\r\n--b-b--epilogue",
            head + "\"a\\\"b\"\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n--b-b--",
            head + "\u00c3\u00a9\r\nContent-Type: text/plain\r\n\r\nx\r\n--b-b \t\r\n\r\n--b-b--",
            head + "a\r\nno colon\r\n\r\n",
            "--b-b\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b-b--",
            "--b-b\r\n\r\n\r\n--b-b--",
            "--b-b\r\nContent-Disposition: form-data; filename=a\r\n\r\nx\r\n--b-b-",
            "\r\n\r\n--b-b\n")
        .map(text -> text.getBytes(ISO_8859_1));
  }

  @MethodSource("seeds")
  @FuzzTest
  void whateverTheSplitTheSameParts(byte[] form) {
    Reading whole = FormRecorder.read(BOUNDARY, form, form.length + 1);
    assertEquals(whole, FormRecorder.read(BOUNDARY, form, 1));
    assertEquals(whole, FormRecorder.read(BOUNDARY, form, 3, 5, 1, 2));
    boolean closed = ("\r\n" + new String(form, ISO_8859_1)).contains(DELIMITER + "--");
    assertTrue(closed || !whole.end().equals("complete"), "complete without a last boundary");
    int octets = 0;
    for (FormRecorder.Part part : whole.parts()) {
      octets += part.content().length() + DELIMITER.length();
      assertTrue(!("\r\n" + part.content()).contains(DELIMITER), "a delimiter inside a part");
      assertTrue(part.fileName().indexOf('/') < 0 && part.fileName().indexOf('\\') < 0);
    }
    assertTrue(octets <= form.length + 2, "more came out than went in");
    MediaType.parse(new String(form, ISO_8859_1)).ifPresent(FormBoundary::of);
  }
}
