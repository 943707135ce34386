package org.gatehouse.bootstrap.doctor;

import java.util.List;
import java.util.Locale;
import org.gatehouse.application.json.JsonWriter;
import org.gatehouse.application.port.out.LogText;

/**
 * What an examination has found.
 *
 * @param findings in the order of the subjects
 */
public record Report(List<Finding> findings) {
  private static final int INDENT = 22;
  private static final int WIDTH = 100;

  /** Copies the list. */
  public Report {
    findings = List.copyOf(findings);
  }

  /** How many findings are of this severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** For people: a line a finding, and below it why it matters and what to do. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      String head = String.format("%-8s %-12s ", word(finding.severity()), finding.subject());
      append(text, head, finding.what());
      if (finding.severity() != Severity.OK) {
        append(text, " ".repeat(INDENT) + "why: ", finding.why());
        append(text, " ".repeat(INDENT) + "do:  ", finding.advice());
      }
    }
    return text.append('\n')
        .append(counted(Severity.ERROR, "error"))
        .append(", ")
        .append(counted(Severity.WARNING, "warning"))
        .append(", ")
        .append(counted(Severity.NOTE, "note"))
        .append(", ")
        .append(count(Severity.OK))
        .append(" ok\n")
        .toString();
  }

  private String counted(Severity severity, String word) {
    long count = count(severity);
    return count + " " + word + (count == 1 ? "" : "s");
  }

  /** Breaks lines between words; those after the first stand below the first word. */
  private static void append(StringBuilder text, String head, String words) {
    int start = text.length();
    text.append(head);
    for (String word : shown(words).split(" ")) {
      if (text.length() - start + word.length() > WIDTH) {
        text.setLength(text.length() - 1);
        start = text.append('\n').length();
        text.append(" ".repeat(head.length()));
      }
      text.append(word).append(' ');
    }
    text.setCharAt(text.length() - 1, '\n');
  }

  /** For programs. */
  public String json() {
    JsonWriter json = new JsonWriter().object().array("findings");
    for (Finding finding : findings) {
      json.object()
          .member("severity", word(finding.severity()))
          .member("subject", finding.subject())
          .member("what", finding.what())
          .member("why", finding.why())
          .member("advice", finding.advice())
          .endObject();
    }
    json.endArray();
    for (Severity severity : Severity.values()) {
      json.member(word(severity), count(severity));
    }
    return json.endObject() + "\n";
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** A file's name may hold anything, even what a terminal obeys. */
  private static String shown(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? text : LogText.escape(text);
  }
}
