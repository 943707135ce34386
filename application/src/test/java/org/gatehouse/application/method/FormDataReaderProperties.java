package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gatehouse.application.method.FormRecorder.Part;
import org.gatehouse.application.method.FormRecorder.Reading;

class FormDataReaderProperties {
  private static final String BOUNDARY = "b-b";

  /** Content that often looks like the beginning of a delimiter, and never is one. */
  @Provide
  Arbitrary<String> content() {
    return Arbitraries.of(
            "\r", "\n", "\r\n", "-", "--", "b", "-b", "\r\n--b-", "\r\n--b", "x", "\u00ff", "\0")
        .list()
        .ofMaxSize(20)
        .map(pieces -> String.join("", pieces))
        .filter(FormDataReaderProperties::holdsNoDelimiter);
  }

  /** Looked at with the line ends around it, which may be the first or last octets of one. */
  private static boolean holdsNoDelimiter(String content) {
    return !("\r\n" + content).contains("\r\n--" + BOUNDARY)
        && !(content + "\r\n--b").contains("\r\n--" + BOUNDARY);
  }

  /** Octets of which many are those of a form. */
  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(
            "\r\n",
            "--",
            "b-b",
            "\r\n--b-b",
            "\r\n--b-b\r\n",
            "\r\n--b-b--",
            "\r",
            "\n",
            " ",
            ":",
            "x",
            "Content-Disposition: form-data; filename=a\r\n\r\n",
            "\u00ff")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  @Property
  void whatIsWrittenIsReadHoweverItIsSplit(
      @ForAll @Size(max = 5) List<@From("content") String> contents,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 40) Integer> sizes) {
    StringBuilder form = new StringBuilder();
    for (String content : contents) {
      form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; filename=n\r\n\r\n")
          .append(content)
          .append("\r\n");
    }
    form.append("--" + BOUNDARY + "--\r\n");

    Reading reading = FormRecorder.read(BOUNDARY, octets(form.toString()), sizes(sizes));

    List<Part> expected = contents.stream().map(content -> new Part("n", content)).toList();
    assertEquals(new Reading(expected, "complete"), reading);
  }

  @Property
  void anyOctetsAreReadTheSameHoweverTheyAreSplit(
      @ForAll("soup") String text,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 40) Integer> sizes) {
    byte[] form = octets(text);

    assertEquals(
        FormRecorder.read(BOUNDARY, form, form.length + 1),
        FormRecorder.read(BOUNDARY, form, sizes(sizes)));
  }

  @Property
  void noOctetsMakeItThrow(@ForAll byte[] form, @ForAll @IntRange(min = 1, max = 9) int size) {
    FormRecorder.read(BOUNDARY, form, size);
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int[] sizes(List<Integer> sizes) {
    return sizes.stream().mapToInt(Integer::intValue).toArray();
  }
}
