package org.gatehouse.bootstrap.option;

/** Keeps a message on one line, whatever the operator or his script put into it. */
final class Printable {
  private Printable() {}

  /** The text with a question mark for each control character. */
  static String of(String text) {
    StringBuilder printable = new StringBuilder(text);
    for (int i = 0; i < printable.length(); i++) {
      if (Character.isISOControl(printable.charAt(i))) {
        printable.setCharAt(i, '?');
      }
    }
    return printable.toString();
  }
}
