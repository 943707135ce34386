package org.gatehouse.application.error;

import java.util.Optional;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.negotiation.Accept;

/** The forms in which an error can be told (RFC 9110 §12.5.1). */
enum ErrorForm {
  HTML(MediaType.HTML),
  PROBLEM(MediaType.PROBLEM_JSON),
  TEXT(MediaType.TEXT);

  private final String contentType;

  ErrorForm(MediaType type) {
    this.contentType = type.toString();
  }

  String contentType() {
    return contentType;
  }

  /** The form the client asks for before the others; text if it asks for none in particular. */
  static ErrorForm preferredBy(Fields fields) {
    Optional<String> field = fields.combined(FieldName.ACCEPT);
    if (field.isEmpty()) {
      return TEXT;
    }
    Accept accept = Accept.of(field);
    int html = accept.preferenceFor(MediaType.HTML);
    int text = accept.preferenceFor(MediaType.TEXT);
    int json =
        Math.max(
            accept.preferenceFor(MediaType.JSON), accept.preferenceFor(MediaType.PROBLEM_JSON));
    if (html > 0 && html >= text && html >= json) {
      return HTML;
    }
    return json > 0 && json >= text ? PROBLEM : TEXT;
  }
}
