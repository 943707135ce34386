package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.application.method.FormRecorder.Part;
import org.gatehouse.application.method.FormRecorder.Reading;
import org.gatehouse.domain.media.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 7578 and RFC 2046 §5.1.1, in literal wire text; every line ends with CRLF. */
class FormDataReaderTest {
  private static final String FILE =
      "Content-Disposition: form-data; name=f; filename=a.txt\r\n\r\n";

  static Stream<Arguments> complete() {
    return Stream.of(
        form("one file", "--b\r\n" + FILE + "hello\r\n--b--\r\n", "complete", "a.txt", "hello"),
        form(
            "no line end at the end",
            "--b\r\n" + FILE + "hello\r\n--b--",
            "complete",
            "a.txt",
            "hello"),
        form("no part", "--b--\r\n", "complete"),
        form(
            "part that says it is not coded",
            "--b\r\nContent-Transfer-Encoding: Binary\r\n" + FILE + "x\r\n--b--",
            "complete",
            "a.txt",
            "x"),
        form("empty file", "--b\r\n" + FILE + "\r\n--b--\r\n", "complete", "a.txt", ""),
        form("no content at all", "--b\r\n" + FILE + "--b--\r\n", "complete", "a.txt", ""),
        form(
            "two files and a field",
            "--b\r\n"
                + FILE
                + "one\r\n--b\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\ntext\r\n--b\r\n"
                + "content-disposition:form-data;filename=\"b.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\ntwo\r\n--b--\r\n",
            "complete",
            "a.txt",
            "one",
            "-",
            "text",
            "b.txt",
            "two"),
        form(
            "preamble, padding and epilogue",
            "ignore me\r\n--b \t\r\n" + FILE + "x\r\n--b--  \r\nignore --b me\r\n--b\r\n",
            "complete",
            "a.txt",
            "x"));
  }

  static Stream<Arguments> lookalikes() {
    return Stream.of(
        form(
            "content that nearly is a delimiter",
            "--b\r\n" + FILE + "\r\n-\r\n--\r\r\n-b--b\r\n--b--",
            "complete",
            "a.txt",
            "\r\n-\r\n--\r\r\n-b--b"),
        form(
            "content that begins like a delimiter",
            "--b\r\n" + FILE + "--c\r\n--b--",
            "complete",
            "a.txt",
            "--c"),
        form(
            "content of line ends",
            "--b\r\n" + FILE + "\r\n\r\n\r\n--b--",
            "complete",
            "a.txt",
            "\r\n\r\n"),
        form(
            "bare line feeds",
            "--b\r\n" + FILE + "a\n--b--\n\r\n--b--",
            "complete",
            "a.txt",
            "a\n--b--\n"));
  }

  static Stream<Arguments> incomplete() {
    return Stream.of(
        form("nothing", "", "incomplete"),
        form("no delimiter", "hello", "incomplete"),
        form("boundary inside the first line", "x--b--\r\n", "incomplete"),
        form("no end", "--b\r\n" + FILE + "hello", "incomplete"),
        form("no end of the head", "--b\r\nContent-Disposition: form-data\r\n", "incomplete"),
        form("half a closing", "--b\r\n" + FILE + "x\r\n--b-", "incomplete", "a.txt", "x"));
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        form("longer boundary", "--bc\r\n", "BROKEN_DELIMITER"),
        form("one dash", "--b-\r\n", "BROKEN_DELIMITER"),
        form("bare CR after the boundary", "--b\rx", "BROKEN_DELIMITER"),
        form("bare LF after the boundary", "--b\n", "BROKEN_DELIMITER"),
        form("dash after padding", "--b --\r\n", "BROKEN_DELIMITER"),
        form("no head", "--b\r\n\r\nhello\r\n--b--", "NOT_FORM_DATA"),
        form(
            "other disposition",
            "--b\r\nContent-Disposition: attachment; filename=a\r\n\r\n",
            "NOT_FORM_DATA"),
        form("no colon", "--b\r\nhello\r\n\r\n", "HEAD_MALFORMED"),
        form(
            "space before the colon",
            "--b\r\nContent-Disposition : form-data\r\n\r\n",
            "HEAD_MALFORMED"),
        form(
            "folded line",
            "--b\r\nContent-Disposition: form-data;\r\n filename=a\r\n\r\n",
            "HEAD_MALFORMED"),
        form(
            "control in a head",
            "--b\r\nContent-Disposition: form-data; filename=\"\0\"\r\n\r\n",
            "HEAD_MALFORMED"),
        form(
            "bare LF in a head",
            "--b\r\nContent-Disposition: form-data\nX: y\r\n\r\n",
            "HEAD_MALFORMED"),
        form("colon in the next line", "--b\r\nhello\r\nX: y\r\n\r\n", "HEAD_MALFORMED"),
        form(
            "two dispositions",
            "--b\r\nContent-Disposition: form-data\r\nContent-Disposition: form-data\r\n\r\n",
            "HEAD_MALFORMED"),
        form(
            "not UTF-8",
            "--b\r\nContent-Disposition: form-data; filename=\"\u00ff\"\r\n\r\n",
            "HEAD_MALFORMED"),
        form("coded part", "--b\r\nContent-Transfer-Encoding: base64\r\n" + FILE, "CODED_PART"),
        form("endless head", "--b\r\nX: " + "y".repeat(9000), "HEAD_TOO_LARGE"),
        form("too many parts", ("--b\r\n" + FILE + "\r\n").repeat(129), "TOO_MANY_PARTS", many()));
  }

  private static String[] many() {
    String[] parts = new String[2 * 128];
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = "a.txt";
      parts[i + 1] = "";
    }
    return parts;
  }

  private static Arguments form(String what, String text, String end, String... parts) {
    List<Part> expected = new ArrayList<>();
    for (int i = 0; i < parts.length; i += 2) {
      expected.add(new Part(parts[i], parts[i + 1]));
    }
    return Arguments.of(what, text, new Reading(expected, end));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"complete", "lookalikes", "incomplete", "broken"})
  void readsTheSameHoweverItIsSplit(String what, String text, Reading expected) {
    byte[] form = text.getBytes(StandardCharsets.ISO_8859_1);

    assertEquals(expected, FormRecorder.read("b", form, form.length + 1));
    assertEquals(expected, FormRecorder.read("b", form, 1));
    for (int split = 1; split < Math.min(form.length, 400); split++) {
      assertEquals(expected, FormRecorder.read("b", form, split, form.length), "at " + split);
    }
  }

  @Test
  void passesContentOnAsItComesAndKeepsNone() {
    FormRecorder recorder = new FormRecorder("b");
    byte[] large = new byte[1 << 16];
    recorder.reader.read(ByteBuffer.wrap(("--b\r\n" + FILE).getBytes()));

    recorder.reader.read(ByteBuffer.wrap(large));

    assertEquals(large.length, recorder.mostPassed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "multipart/form-data; boundary=abc                 | abc",
        "multipart/form-data; BOUNDARY=\"a b'()+_,-./:=?c\" | a b'()+_,-./:=?c",
        "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW | ----WebKitFormBoundary7MA4YWxkTrZu0gW",
        "multipart/form-data                               | -",
        "multipart/form-data; boundary=                    | -",
        "multipart/form-data; boundary=\"\"                | -",
        "multipart/form-data; boundary=\"a \"              | -",
        "multipart/form-data; boundary=\"a;b\"             | -",
        "multipart/form-data; boundary=\"ä\"               | -",
        "multipart/form-data; boundary=a#b                 | -",
      })
  void aBoundaryIsOfItsOwnAlphabet(String type, String boundary) {
    Optional<String> read = FormBoundary.of(MediaType.parse(type).orElseThrow());

    assertEquals(boundary, read.orElse("-"));
  }

  @Test
  void aBoundaryHasAtMostSeventyCharacters() {
    MediaType longest =
        MediaType.parse("multipart/form-data; boundary=" + "x".repeat(70)).orElseThrow();
    MediaType longer =
        MediaType.parse("multipart/form-data; boundary=" + "x".repeat(71)).orElseThrow();

    assertEquals(Optional.of("x".repeat(70)), FormBoundary.of(longest));
    assertEquals(Optional.empty(), FormBoundary.of(longer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "form-data; name=f; filename=a.txt              | a.txt",
        "form-data; name=f; filename=\"a.txt\"          | a.txt",
        "form-data; filename=\"a;b=c.txt\"; name=f      | a;b=c.txt",
        "form-data; FileName=\"д.txt\"                  | д.txt",
        "form-data; filename=\"/etc/passwd\"            | passwd",
        "form-data; filename=\"../../a.txt\"            | a.txt",
        "form-data; filename=\"C:\\dir\\a.txt\"         | a.txt",
        "form-data; filename=\"C:\\\\dir\\\\a.txt\"     | a.txt",
        "form-data; filename=\"say \\\"hi\\\".txt\"     | say \"hi\".txt",
        "form-data; filename=\"50%22.txt\"              | 50%22.txt",
        "form-data; filename=\"..\"                     | ..",
        "form-data; filename=\"dir/\"                   | ``",
        "form-data; filename=\"\"                       | -",
        "form-data; filename=                           | -",
        "form-data; name=\"filename=a.txt\"             | -",
        "form-data; filename*=UTF-8''a.txt              | -",
        "form-data                                      | -",
      })
  void takesTheLastNameOfAPath(String disposition, String name) {
    assertEquals(name, new FormPart(disposition, "").fileName().orElse("-"));
  }
}
