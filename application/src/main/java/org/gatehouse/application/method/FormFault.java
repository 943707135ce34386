package org.gatehouse.application.method;

import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.domain.message.Status;

/** What can be wrong with a form (RFC 7578, RFC 2046 §5.1). */
enum FormFault {
  /** RFC 7578 §4.1, RFC 2046 §5.1.1: 1 to 70 characters. */
  NO_BOUNDARY("the form's Content-Type has no valid boundary"),
  /** RFC 2046 §5.1.1: after a boundary stands the end of the line, or the end of the form. */
  BROKEN_DELIMITER("a line of the form begins with the boundary and goes on wrongly"),
  HEAD_TOO_LARGE("the head of a part of the form is too large"),
  /** RFC 2046 §5.1, RFC 5322 §2.2. */
  HEAD_MALFORMED("the head of a part of the form is malformed"),
  /** RFC 7578 §4.2. */
  NOT_FORM_DATA("a part of the form has no Content-Disposition of form-data"),
  /** RFC 7578 §4.7. */
  CODED_PART("a part of the form has a Content-Transfer-Encoding"),
  TOO_MANY_PARTS(Status.CONTENT_TOO_LARGE, "the form has too many parts"),
  ENDS_EARLY("the form ends before its last boundary"),
  NO_FILE("the form holds no file"),
  /** RFC 7578 §4.2: a name is a name and no path. */
  ILLEGAL_NAME("the form holds a file whose name cannot be one");

  private final Refusal refusal;

  FormFault(String reason) {
    this(Status.BAD_REQUEST, reason);
  }

  FormFault(Status status, String reason) {
    this.refusal = Refusal.of(status, reason);
  }

  /** What the client is told. */
  Refusal refusal() {
    return refusal;
  }
}
