package org.gatehouse.bootstrap.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.application.port.out.AccessLog.Entry;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;

class AccessFormatsTest {
  private static final Instant TIME = Instant.parse("2026-03-30T10:02:22.123456789Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final List<Long> losses = new ArrayList<>();

  private static Entry entry(String user, String target, String referer, String userAgent) {
    return new Entry(
        TIME,
        "192.0.2.7",
        user,
        "GET",
        target,
        "HTTP/1.1",
        Status.OK,
        1234,
        Duration.ofNanos(1_500_999),
        referer,
        userAgent,
        "r-1");
  }

  private static Entry unread() {
    return new Entry(
        TIME, "::1", "", "", "", "", Status.BAD_REQUEST, 0, Duration.ZERO, "", "", "r-2");
  }

  private String combined(Entry entry) {
    return line(new CombinedFormat(BERLIN, losses::add), entry);
  }

  private String json(Entry entry) {
    return line(new JsonFormat(ZoneOffset.UTC, losses::add), entry);
  }

  private static String line(LineFormat<Entry> format, Entry entry) {
    StringBuilder lines = new StringBuilder();
    format.append(entry, lines);
    return lines.toString();
  }

  @Test
  void combined() {
    assertEquals(
        "192.0.2.7 - ann [30/Mar/2026:12:02:22 +0200] \"GET /a?b HTTP/1.1\" 200 1234"
            + " \"http://example.org/\" \"curl/8.0\"\n",
        combined(entry("ann", "/a?b", "http://example.org/", "curl/8.0")));
  }

  @Test
  void combinedOfARequestThatWasNone() {
    assertEquals(
        "::1 - - [30/Mar/2026:12:02:22 +0200] \"-\" 400 - \"-\" \"-\"\n", combined(unread()));
  }

  @Test
  void combinedOfAHostileClient() {
    assertEquals(
        "192.0.2.7 - a\\x20\\\"b [30/Mar/2026:12:02:22 +0200] \"GET /\\\"\\x0a\\x1b HTTP/1.1\" 200"
            + " 1234 \"\\\\\\\" 200 0\" \"ÿ€\"\n",
        combined(entry("a \"b", "/\"\n\u001b", "\\\" 200 0", "\u00ff€")));
  }

  @Test
  void json() {
    assertEquals(
        "{\"time\":\"2026-03-30T10:02:22.123Z\",\"request_id\":\"r-1\","
            + "\"remote_address\":\"192.0.2.7\",\"user\":\"\",\"method\":\"GET\","
            + "\"target\":\"/a\",\"version\":\"HTTP/1.1\",\"status\":200,"
            + "\"content_octets\":1234,\"duration\":0.001500,\"referer\":\"\","
            + "\"user_agent\":\"curl\"}\n",
        json(entry("", "/a", "", "curl")));
  }

  @Test
  void jsonOfAHostileClient() {
    assertEquals(
        "{\"time\":\"2026-03-30T10:02:22.123Z\",\"request_id\":\"r-1\","
            + "\"remote_address\":\"192.0.2.7\",\"user\":\"a\\\"\",\"method\":\"GET\","
            + "\"target\":\"/\\u000a\",\"version\":\"HTTP/1.1\",\"status\":200,"
            + "\"content_octets\":1234,\"duration\":0.001500,\"referer\":\"\\u001b\","
            + "\"user_agent\":\"\\\\\\u00ff\"}\n",
        json(entry("a\"", "/\n", "\u001b", "\\\u00ff")));
  }

  @Test
  void aLongDurationHasNoExponent() {
    Entry entry =
        new Entry(TIME, "::1", "", "", "", "", Status.OK, 0, Duration.ofDays(100), "", "", "r");
    assertEquals(true, json(entry).contains("\"duration\":8640000.000000,"));
  }

  @Test
  void lossesAreReportedElsewhere() {
    new CombinedFormat(BERLIN, losses::add).reportLoss(3);
    new JsonFormat(BERLIN, losses::add).reportLoss(4);
    assertEquals(List.of(3L, 4L), losses);
  }
}
