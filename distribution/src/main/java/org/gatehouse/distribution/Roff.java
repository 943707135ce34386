package org.gatehouse.distribution;

import java.util.Locale;

/** Writes the macros of man(7). What is given as text is text: nothing in it is taken for roff. */
final class Roff {
  private final StringBuilder page = new StringBuilder();

  /** The text with everything escaped that roff would obey or typeset otherwise. */
  static String escape(String text) {
    String plain =
        text.replace("\\", "\\e")
            .replace("-", "\\-")
            .replace("'", "\\(aq")
            .replace("`", "\\(ga")
            .replace("~", "\\(ti")
            .replace("^", "\\(ha")
            .replace("\"", "\\(dq");
    return plain.startsWith(".") ? "\\&" + plain : plain;
  }

  Roff title(String name, int section, String date, String source, String manual) {
    return raw(String.format(".TH %s %d %s \"%s\" \"%s\"", name, section, date, source, manual));
  }

  Roff section(String heading) {
    return raw(".SH " + escape(heading.toUpperCase(Locale.ROOT)));
  }

  Roff subsection(String heading) {
    return raw(".SS " + escape(heading));
  }

  Roff paragraph(String text) {
    return raw(".PP").line(text);
  }

  /** An item of a list: what it is about in bold, then text to be added. */
  Roff item(String term) {
    return raw(".TP").raw("\\fB" + escape(term) + "\\fR");
  }

  /** An item whose term is roff already. */
  Roff rawItem(String term) {
    return raw(".TP").raw(term);
  }

  Roff line(String text) {
    return raw(escape(text));
  }

  Roff lineBreak() {
    return raw(".br");
  }

  /** Lines as they stand, such as commands. */
  Roff code(String text) {
    return raw(".PP").raw(".nf").raw(".RS 4").line(text).raw(".RE").raw(".fi");
  }

  Roff raw(String line) {
    page.append(line).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
