package org.gatehouse.application.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page promises: order, search, escapes, forms. */
class ListingPageTest {
  private static final Pattern ROW =
      Pattern.compile(
          "<tr data-kind=\"[a-z]+\".*?<a href=\"([^\"]*)\"><bdi>([^<]*)</bdi></a></th>");

  private final ListingFixture http = new ListingFixture("/");

  private void put(String path, int size, String time) {
    http.repository.put(path, new byte[size], Instant.parse(time));
  }

  private static List<String> shown(String page, int group) {
    List<String> found = new ArrayList<>();
    for (Matcher rows = ROW.matcher(page); rows.find(); ) {
      found.add(rows.group(group));
    }
    return found;
  }

  private List<String> names(String target) {
    return shown(http.get(target).text(), 2);
  }

  private void someFiles() {
    put("/f/b.txt", 30, "2026-01-01T00:00:00Z");
    put("/f/a.txt", 2000, "2026-01-03T00:00:00Z");
    put("/f/C.txt", 30, "2026-01-02T00:00:00Z");
    put("/f/z/x.txt", 1, "2026-01-05T00:00:00Z");
    put("/f/y/x.txt", 1, "2026-01-06T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/f/                      | y/ z/ C.txt a.txt b.txt",
        "/f/?sort=name&order=asc  | y/ z/ C.txt a.txt b.txt",
        "/f/?sort=name&order=desc | z/ y/ b.txt a.txt C.txt",
        "/f/?sort=size            | y/ z/ C.txt b.txt a.txt",
        "/f/?sort=size&order=desc | y/ z/ a.txt C.txt b.txt",
        "/f/?sort=time            | z/ y/ b.txt C.txt a.txt",
        "/f/?order=desc&sort=time | y/ z/ a.txt C.txt b.txt",
        "/f/?sort=other&order=up  | y/ z/ C.txt a.txt b.txt",
        "/f/?q=C                  | C.txt",
        "/f/?q=.TXT&sort=size     | C.txt b.txt a.txt",
        "/f/?q=b.t%78t            | b.txt",
        "/f/?q=%zz                | y/ z/ C.txt a.txt b.txt",
        "/f/?q=none               | ''",
      })
  void isSortedAndSearchedWithoutAScript(String target, String names) {
    someFiles();
    assertEquals(names, String.join(" ", names(target)));
  }

  @Test
  void headsOfColumnsLeadToOtherOrdersAndTellThisOne() {
    someFiles();
    String page = http.get("/f/?sort=size&order=asc&q=a+b%26%22").text();
    String search = "?q=a%20b%26%22&amp;sort=";
    assertTrue(
        page.contains(
            "<th scope=\"col\" data-key=\"size\" aria-sort=\"ascending\"><a href=\""
                + search
                + "size&amp;order=desc\">"),
        page);
    assertTrue(
        page.contains(
            "<th scope=\"col\" data-key=\"name\"><a href=\"" + search + "name&amp;order=asc\">"));
    assertEquals(1, page.split("aria-sort=", -1).length - 1);
    assertTrue(
        page.contains("<input id=\"q\" name=\"q\" type=\"search\" value=\"a b&amp;&quot;\">"));
    assertTrue(page.contains("<input name=\"sort\" type=\"hidden\" value=\"size\">"));
    assertTrue(
        http.get("/f/?order=desc").text().contains("data-key=\"name\" aria-sort=\"descending\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)<.txt",
        "\"><img src=x onerror=alert(1)>.txt",
        "' onmouseover='alert(1).txt",
        "&amp;&lt;.txt",
        "100%.txt",
        "%3Cb%3E.txt",
        "a?b#c.txt",
        "javascript:alert(1).txt",
        " leading and trailing .txt",
        "\u202etxt.exe.txt",
        "\ud83d\ude00\u0301.txt",
        "a&b;c=d+e.txt",
        "]]>--!>.txt",
        "{{x}}${y}.txt"
      })
  void everyNameIsEscapedAndItsLinkLeadsToIt(String name) {
    put("/f/" + name, 3, "2026-01-01T00:00:00Z");
    String page = http.get("/f/").text();
    List<String> names = shown(page, 2);
    assertEquals(1, names.size(), page);
    assertEquals(name, unescaped(names.get(0)));
    String href = unescaped(shown(page, 1).get(0));
    assertTrue(href.startsWith("/f/") && href.matches("[!-~]+"), href);
    assertEquals(
        ResourcePath.of("f", name), ResourcePath.parse(href).match(path -> path, fault -> null));
    assertEquals(3, http.get(href).length());
    assertFalse(page.replaceAll("<script src=[^>]*></script>", "").contains("<script"));
    assertFalse(page.contains("<img"));
  }

  @Test
  void aNameOf255OctetsIsShownWhole() {
    String name = "n".repeat(251) + ".txt";
    put("/f/" + name, 3, "2026-01-01T00:00:00Z");
    assertEquals(List.of(name), names("/f/"));
  }

  @Test
  void theNameOfAFolderIsEscapedWhereverItStands() {
    put("/\"><b>'&/x.txt", 1, "2026-01-01T00:00:00Z");
    String page = http.get("/%22%3E%3Cb%3E'&/").text();
    assertFalse(page.contains("<b>"), page);
    assertTrue(page.contains("data-path=\"/%22%3E%3Cb%3E&#39;&amp;/\""), page);
    assertTrue(page.contains("<title>/&quot;&gt;&lt;b&gt;&#39;&amp;/</title>"), page);
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  @Test
  void breadcrumbsLinkWhatIsListed() {
    ListingFixture deep = new ListingFixture("/a/b/");
    deep.repository.put("/a/b/c d/x.txt", "x");
    assertTrue(
        deep.get("/a/b/c%20d/")
            .text()
            .contains(
                "<nav aria-label=\"Breadcrumbs\"><ol><li><span><bdi>/</bdi></span></li>"
                    + "<li><span><bdi>a/</bdi></span></li><li><a href=\"/a/b/\"><bdi>b/</bdi></a></li>"
                    + "<li><a href=\"/a/b/c%20d/\" aria-current=\"page\"><bdi>c d/</bdi></a></li></ol></nav>"));
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN, open, credentials",
    "AUTHENTICATED, authenticated, credentials",
    "OFF, off, off"
  })
  void theFormIsThereWhereWritesAre(WritePolicy policy, String writes, String delete) {
    http.with(ListingFixture.settings(policy));
    put("/f/a.txt", 1, "2026-01-01T00:00:00Z");
    String page = http.get("/f/").text();
    assertTrue(page.contains("data-writes=\"" + writes + "\""), page);
    assertTrue(page.contains("data-delete=\"" + delete + "\""), page);
    assertEquals(
        policy != WritePolicy.OFF,
        page.contains(
            "<form class=\"upload\" method=\"post\" enctype=\"multipart/form-data\" action=\"/f/\">"));
    assertEquals(policy != WritePolicy.OFF, page.contains("type=\"file\" multiple"));
  }

  @Test
  void itIsAWholeDocumentForAnyReader() {
    someFiles();
    String page = http.get("/f/").text();
    assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n"));
    for (String part :
        List.of(
            "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<link rel=\"stylesheet\" href=\"/.gatehouse/listing.css\">",
            "<script src=\"/.gatehouse/listing.js\" type=\"module\"></script>",
            "<caption>Contents of <bdi>/f/</bdi></caption>",
            "<label for=\"q\">",
            "<label for=\"files\">",
            "<p class=\"summary\" role=\"status\" data-complete=\"true\">5 entries.</p>")) {
      assertTrue(page.contains(part), part);
    }
    assertFalse(page.contains("style="));
    assertFalse(page.contains("<style"));
    assertTrue(http.get("/f/?q=C").text().contains(">1 entry.</p>"));
  }

  @Test
  void ofVeryManyTheFirstAreShown() {
    for (int i = 0; i < FolderListing.MOST_ROWS + 5; i++) {
      put("/m/" + (100_000 + i) + ".txt", 1, "2026-01-01T00:00:00Z");
    }
    String page = http.get("/m/?order=desc").text();
    List<String> names = shown(page, 2);
    assertEquals(FolderListing.MOST_ROWS, names.size());
    assertEquals("110004.txt", names.get(0));
    assertEquals("100005.txt", names.get(names.size() - 1));
    assertTrue(page.contains("10005 entries, the first 10000 of which are shown."));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1.0 KiB",
    "10188, 9.9 KiB",
    "10239, 10 KiB",
    "1047000, 1022 KiB",
    "1048064, 1.0 MiB",
    "1073741824, 1.0 GiB",
    "9223372036854775807, 8.0 EiB"
  })
  void sizesAreForPeople(long octets, String text) {
    assertEquals(text, ListingRow.size(octets));
  }
}
