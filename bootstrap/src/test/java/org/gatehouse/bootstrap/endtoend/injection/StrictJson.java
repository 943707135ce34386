package org.gatehouse.bootstrap.endtoend.injection;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON by the letter of RFC 8259, by a library that the server does not write it with. */
final class StrictJson {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private StrictJson() {}

  /**
   * Reads one object, and nothing behind it.
   *
   * @return the names of its own members, in order
   * @throws RuntimeException if it is none
   */
  static List<String> object(String text) {
    List<String> names = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no object: " + text);
      }
      int depth = 1;
      while (depth > 0) {
        JsonToken token = parser.nextToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 1 && token == JsonToken.PROPERTY_NAME) {
          names.add(parser.currentName());
        } else if (token == JsonToken.VALUE_STRING) {
          parser.getString();
        }
      }
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("more than an object: " + text);
      }
    }
    return names;
  }
}
