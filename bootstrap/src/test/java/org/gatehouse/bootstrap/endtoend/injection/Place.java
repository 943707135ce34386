package org.gatehouse.bootstrap.endtoend.injection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A place of a request where a client can put something.
 *
 * @param name for the message of a failure
 * @param form what can stand there
 * @param request makes the request, with what is put there; one character an octet
 */
record Place(String name, Form form, UnaryOperator<String> request) {

  /** What can stand in a place, so that there is one request and one response. */
  enum Form {
    /** Anything that does not end a line by itself. */
    LINE,
    /** Anything at all, as it is coded or counted. */
    ANY
  }

  /** Secrets that clients send and that no log may hold. */
  static final List<String> SECRETS =
      List.of("swordfish", "opensesame", base64("me:opensesame"), "c3dvcmRmaXNo");

  private static final String HOST = "Host: localhost\r\n";

  /** The request with this payload; empty if it would not be exactly one request. */
  Optional<String> with(String payload) {
    boolean line = !payload.contains("\r\n") && payload.indexOf('\n') < 0;
    // One line end alone is a violation, and so one response; more may be more requests.
    return form == Form.ANY || line || payload.length() == 3
        ? Optional.of(request.apply(payload))
        : Optional.empty();
  }

  /** All places, those first that later ones refer to. */
  static List<Place> all() {
    List<Place> all = new ArrayList<>();
    all.addAll(ofLines());
    all.addAll(ofFields());
    all.addAll(ofTargets());
    all.addAll(ofContent());
    return all;
  }

  private static List<Place> ofLines() {
    return List.of(
        line("target", text -> "GET /" + text + " HTTP/1.1\r\n" + HOST + "\r\n"),
        line("query", text -> "GET /a.txt?" + text + " HTTP/1.1\r\n" + HOST + "\r\n"),
        line("authority", text -> "GET http://" + text + "/ HTTP/1.1\r\n" + HOST + "\r\n"),
        line("method", text -> "G" + text + " / HTTP/1.1\r\n" + HOST + "\r\n"),
        line("version", text -> "GET / HTTP/1.1" + text + "\r\n" + HOST + "\r\n"),
        line("field name", text -> "GET /a.txt HTTP/1.1\r\n" + HOST + "X" + text + ": y\r\n\r\n"),
        line("Host", text -> "GET /a.txt HTTP/1.1\r\nHost: localhost" + text + "\r\n\r\n"));
  }

  private static List<Place> ofFields() {
    List<Place> fields = new ArrayList<>();
    for (String name :
        List.of(
            "Referer",
            "Cookie",
            "X-Forwarded-For",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "If-Range",
            "Range",
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Expect",
            "Connection",
            "Origin")) {
      fields.add(field(name, "GET /a.txt", text -> name + ": " + text));
    }
    fields.add(field("User-Agent", "GET /user-agent", text -> "User-Agent: " + text));
    fields.add(field("secret cookie", "GET /a.txt", text -> "Cookie: swordfish=" + text));
    fields.add(
        field(
            "Content-Type", "POST /upload", text -> "Content-Length: 0\r\nContent-Type: " + text));
    for (String start : List.of("Basic swordfish", "Bearer swordfish", "swordfish ", "Basic ")) {
      fields.add(field("Authorization", "DELETE /no", text -> "Authorization: " + start + text));
    }
    fields.add(credentials("DELETE /no", "a user", text -> text + ":swordfish"));
    fields.add(credentials("DELETE /no", "a password", text -> "me:swordfish" + text));
    fields.add(credentials("GET /a.txt", "a good pair", text -> "me:opensesame"));
    return fields;
  }

  private static List<Place> ofTargets() {
    return List.of(
        any("missing, HTML", text -> get("/missing/" + percent(text), "Accept: text/html")),
        any("missing, problem", text -> get("/" + percent(text), "Accept: application/json")),
        any("missing, text", text -> get("/" + percent(text), "Accept: text/plain")),
        any("redirect", text -> get("/old.html?" + percent(text), "A: b")),
        any("folder", text -> get("/folder?" + percent(text), "A: b")),
        any("echo", text -> get("/echo/" + percent(text), "A: b")),
        any("metrics", text -> get("/metrics?format=" + percent(text), "A: b")),
        any("PUT", text -> post("PUT " + named(text), "A: b", "content")),
        any("what was PUT", text -> get(named(text), "A: b")),
        any("POST", text -> post("POST " + named(text), "A: b", "content")));
  }

  private static List<Place> ofContent() {
    String form = "Content-Type: multipart/form-data; boundary=x";
    return List.of(
        any("file of a form", text -> post("POST /folder/", form, part("f", text))),
        any("field of a form", text -> post("POST /folder/", form, part(text, "f.txt"))),
        any("echo of content", text -> post("POST /echo", "A: b", text)),
        any("JSON", text -> post("POST /upload", "Content-Type: application/json", text)),
        line("chunk extension", text -> chunked("5;a" + text + "\r\nHello\r\n0\r\n\r\n")),
        line("trailer", text -> chunked("5\r\nHello\r\n0\r\nA: " + text + "\r\n\r\n")));
  }

  private static Place line(String name, UnaryOperator<String> request) {
    return new Place(name, Form.LINE, request);
  }

  private static Place any(String name, UnaryOperator<String> request) {
    return new Place(name, Form.ANY, request);
  }

  private static Place field(String name, String start, UnaryOperator<String> line) {
    return line(name, text -> start + " HTTP/1.1\r\n" + HOST + line.apply(text) + "\r\n\r\n");
  }

  private static Place credentials(String start, String name, UnaryOperator<String> pair) {
    return any(
        name,
        text ->
            start
                + " HTTP/1.1\r\n"
                + HOST
                + "Authorization: Basic "
                + base64(pair.apply(text))
                + "\r\n\r\n");
  }

  private static String get(String target, String field) {
    return "GET " + target + " HTTP/1.1\r\n" + HOST + field + "\r\n\r\n";
  }

  private static String post(String start, String field, String content) {
    return start
        + " HTTP/1.1\r\n"
        + HOST
        + field
        + "\r\nContent-Length: "
        + content.length()
        + "\r\n\r\n"
        + content;
  }

  private static String chunked(String chunks) {
    return "POST /echo HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
  }

  private static String part(String name, String file) {
    return "--x\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"; filename=\""
        + file
        + "\"\r\n\r\ncontent\r\n--x--\r\n";
  }

  private static String named(String text) {
    return "/folder/n" + percent(text) + ".txt";
  }

  private static String percent(String octets) {
    StringBuilder coded = new StringBuilder();
    for (byte octet : octets.getBytes(ISO_8859_1)) {
      coded.append('%').append(HexFormat.of().toHexDigits(octet));
    }
    return coded.toString();
  }

  private static String base64(String octets) {
    return Base64.getEncoder().encodeToString(octets.getBytes(ISO_8859_1));
  }
}
