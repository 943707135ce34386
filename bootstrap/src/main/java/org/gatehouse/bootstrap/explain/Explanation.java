package org.gatehouse.bootstrap.explain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gatehouse.application.json.JsonWriter;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.LogText;
import org.gatehouse.bootstrap.explain.Trace.Part;
import org.gatehouse.bootstrap.explain.Trace.Step;
import org.gatehouse.domain.field.FieldLines;

/**
 * A request, what was seen while it was decided, and the response.
 *
 * @param head the request's head as it was sent
 * @param steps what was seen, by the parts in which something was
 * @param response what a client would get, but for the fields of the connection
 */
public record Explanation(String head, Map<Part, List<Step>> steps, Response response) {
  private static final int NARROWEST = 13;
  private static final Pattern SECRET =
      Pattern.compile("^((?:proxy-)?authorization:|cookie:).*", Pattern.CASE_INSENSITIVE);

  /** Copies the map. */
  public Explanation {
    steps = Map.copyOf(steps);
  }

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    requestLines().forEach(line -> line(text, "> " + shown(line)));
    for (Part part : Part.values()) {
      append(text, part, steps.getOrDefault(part, List.of()));
    }
    line(text, "");
    if (!response.reason().isEmpty()) {
      line(text, "Reason");
      line(text, "  " + shown(response.reason()));
      line(text, "");
    }
    line(text, "< HTTP/1.1 " + response.status().code() + " " + response.status().reason());
    FieldLines fields = response.head().fields();
    for (int i = 0; i < fields.size(); i++) {
      line(text, "< " + fields.name(i) + ": " + shown(fields.value(i)));
    }
    if (response.status().allowsContent()) {
      line(text, "< Content-Length: " + response.body().length());
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Part part, List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    line(text, "");
    line(text, title(part));
    int subjects = width(steps, Step::subject);
    int verdicts = width(steps, Step::verdict);
    String format = "  %-" + subjects + "s  %-" + verdicts + "s  %s";
    for (Step step : steps) {
      String line =
          String.format(format, shown(step.subject()), step.verdict(), shown(step.detail()));
      line(text, line.stripTrailing());
    }
  }

  private static int width(List<Step> steps, Function<Step, String> column) {
    return steps.stream()
        .mapToInt(step -> shown(column.apply(step)).length())
        .reduce(NARROWEST, Math::max);
  }

  /** The head without what is secret: explanations are shown to others. */
  private List<String> requestLines() {
    return head.lines()
        .filter(line -> !line.isEmpty())
        .map(line -> SECRET.matcher(line).replaceFirst("$1 (not shown)"))
        .toList();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static String title(Part part) {
    String word = part.name();
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  /** For programs. */
  public String json() {
    JsonWriter json = new JsonWriter().object().array("request");
    requestLines().forEach(json::element);
    json.endArray();
    for (Part part : Part.values()) {
      json.array(part.name().toLowerCase(Locale.ROOT));
      for (Step step : steps.getOrDefault(part, List.of())) {
        json.object()
            .member("subject", step.subject())
            .member("verdict", step.verdict())
            .member("detail", step.detail())
            .endObject();
      }
      json.endArray();
    }
    json.object("response")
        .member("status", response.status().code())
        .member("reason", response.reason())
        .member("content_length", response.body().length())
        .array("fields");
    FieldLines fields = response.head().fields();
    for (int i = 0; i < fields.size(); i++) {
      json.object().member("name", fields.name(i)).member("value", fields.value(i)).endObject();
    }
    return json.endArray().endObject().endObject() + "\n";
  }

  /** Quotation marks are plain here; what a terminal obeys is not. */
  private static String shown(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? text : LogText.escape(text);
  }
}
