package org.gatehouse.benchmarks.compare;

import java.util.List;
import java.util.Map;

/**
 * What a client asks for again and again.
 *
 * @param path the file
 * @param fields the request's fields beside Host; {@value #TAG} in a value stands for the entity
 *     tag that the server gave to the file
 * @param script the wrk script, or empty for plain requests
 */
record Ask(String path, Map<String, String> fields, String script) {
  static final String TAG = "{tag}";

  static Ask get(String path) {
    return new Ask(path, Map.of(), "");
  }

  Ask with(String name, String value) {
    return new Ask(path, Map.of(name, value), script);
  }

  Ask withAll(Map<String, String> all) {
    return new Ask(path, all, script);
  }

  Ask by(String file) {
    return new Ask(path, fields, file);
  }

  /** The fields, one a line, for a server that gave this tag. */
  List<String> lines(String tag) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + ": " + field.getValue().replace(TAG, tag))
        .sorted()
        .toList();
  }
}
