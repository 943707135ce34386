package org.gatehouse.bootstrap.endtoend.injection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.regex.Pattern;
import org.gatehouse.bootstrap.endtoend.RawResponse;

/** What every response is held against, whatever it answers. */
final class ResponseRules {
  /** A field line is a token, a colon and visible ASCII. */
  private static final Pattern LINE = Pattern.compile("[A-Za-z0-9-]+: ?[ -~]*");

  /** Fields that may repeat something of a client, and what they may look like. */
  private static final Map<String, Pattern> FIELDS =
      Map.of(
          "Set-Cookie",
          Pattern.compile("id=[0-9a-f-]{36}; Max-Age=120; HttpOnly; SameSite=Lax"),
          "Location",
          Pattern.compile("/(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*"),
          "Content-Disposition",
          Pattern.compile(
              "attachment; filename=\"[ !#$&-.0-\\[\\]-~]*\""
                  + "(?:; filename\\*=UTF-8''(?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})*)?"),
          "Content-Type",
          Pattern.compile("[a-z]+/[a-z.+-]+(?:; ?[a-z]+=\"?[A-Za-z0-9.-]+\"?)*"));

  /** All tags that the pages of this server are made of. */
  private static final Pattern TAGS =
      Pattern.compile(
          "<!DOCTYPE html>|</?(?:head|body|title|style|h1|p|bdi|code|footer)>|</html>"
              + "|<html lang=\"en\">|<meta charset=\"utf-8\">"
              + "|<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");

  private static final Pattern REFERENCES = Pattern.compile("&(?:amp|lt|gt|quot|#39);");

  private ResponseRules() {}

  static void check(RawResponse response) throws CharacterCodingException {
    assertTrue(response.status() < 500 || response.status() == 501, response::toString);
    for (String line : response.lines()) {
      assertTrue(LINE.matcher(line).matches(), line);
      assertFalse(line.startsWith("X-Forged"), line);
    }
    FIELDS.forEach(
        (name, pattern) ->
            response
                .fields(name)
                .forEach(value -> assertTrue(pattern.matcher(value).matches(), value)));
    assertTrue(response.fields("Set-Cookie").size() <= 1, response::toString);
    assertEquals(
        response.content().length > 0 ? "nosniff" : response.field("X-Content-Type-Options"),
        response.field("X-Content-Type-Options"));
    checkContent(response);
  }

  private static void checkContent(RawResponse response) throws CharacterCodingException {
    String type = response.field("Content-Type");
    if (type.startsWith("text/html")) {
      String text = TAGS.matcher(strict(response.content())).replaceAll("");
      assertFalse(text.contains("<"), text);
      assertFalse(REFERENCES.matcher(text).replaceAll("").contains("&"), text);
      assertTrue(text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'), text);
    } else if (type.startsWith("application/json") || type.startsWith("application/problem+json")) {
      StrictJson.object(strict(response.content()));
    } else if (response.status() >= 400 && response.content().length > 0) {
      LogRules.checkPrintable(strict(response.content()).stripTrailing());
    }
  }

  private static String strict(byte[] octets) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
  }
}
