package org.gatehouse.application.method;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Grammar;

/**
 * The head of one part of a form (RFC 7578 §4).
 *
 * @param disposition the Content-Disposition value, or empty text where there is none
 * @param coding the Content-Transfer-Encoding in lower case, or empty text
 */
record FormPart(String disposition, String coding) {
  private static final String CONTENT_TRANSFER_ENCODING = "Content-Transfer-Encoding";
  private static final List<String> PLAIN = List.of("", "7bit", "8bit", "binary");

  /**
   * Reads the lines of a head, in UTF-8 as every browser sends them (RFC 7578 §5.1).
   *
   * @param octets the lines with their CRLF, without the empty one
   * @return empty if they are malformed
   */
  static Optional<FormPart> parse(ByteBuffer octets) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
    String disposition = "";
    String coding = "";
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf("\r\n", start);
      String line = text.substring(start, end);
      start = end + 2;
      int colon = line.indexOf(':');
      if (colon < 0 || !Grammar.isToken(line.substring(0, colon)) || hasControl(line)) {
        return Optional.empty();
      }
      String name = line.substring(0, colon);
      String value = Grammar.trim(line.substring(colon + 1));
      if (name.equalsIgnoreCase(FieldName.CONTENT_DISPOSITION)) {
        if (!disposition.isEmpty()) {
          return Optional.empty();
        }
        disposition = value;
      } else if (name.equalsIgnoreCase(CONTENT_TRANSFER_ENCODING)) {
        coding = value.toLowerCase(Locale.ROOT);
      }
    }
    return Optional.of(new FormPart(disposition, coding));
  }

  /** Controls, a bare CR or LF among them; the tab is none. */
  private static boolean hasControl(String line) {
    return line.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t');
  }

  /** What is wrong with a head that could be read. */
  Optional<FormFault> fault() {
    List<String> words = Grammar.parameters(disposition);
    if (words.isEmpty() || !words.get(0).equalsIgnoreCase("form-data")) {
      return Optional.of(FormFault.NOT_FORM_DATA);
    }
    return PLAIN.contains(coding) ? Optional.empty() : Optional.of(FormFault.CODED_PART);
  }

  /**
   * The name of the file that the part holds, without the folders that some clients send before it;
   * empty for a part that is no file, such as a text field or a file field in which nothing was
   * chosen.
   */
  Optional<String> fileName() {
    for (String parameter : Grammar.parameters(disposition)) {
      int equals = parameter.indexOf('=');
      if (equals > 0 && parameter.substring(0, equals).equalsIgnoreCase("filename")) {
        String path = unquoted(parameter.substring(equals + 1));
        int separator = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return path.isEmpty() ? Optional.empty() : Optional.of(path.substring(separator + 1));
      }
    }
    return Optional.empty();
  }

  /**
   * Takes the quotes away. A backslash before anything but a quote or another backslash is meant:
   * some clients send the whole path of a file and do not escape it.
   */
  private static String unquoted(String text) {
    int last = text.length() - 1;
    if (last < 1 || text.charAt(0) != '"' || text.charAt(last) != '"') {
      return text;
    }
    return text.substring(1, last).replace("\\\\", "\\").replace("\\\"", "\"");
  }
}
