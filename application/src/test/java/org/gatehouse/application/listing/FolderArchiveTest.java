package org.gatehouse.application.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gatehouse.application.listing.ListingFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder as an archive; what the archive looks like is the archiver's affair. */
class FolderArchiveTest {
  private static final String ALL = "/f/a.txt 5\n/f/sub/ 0\n/f/sub/b.txt 3\n/f/z.txt 1\n";

  private final ListingFixture http = new ListingFixture("/");

  @BeforeEach
  void files() {
    http.repository.put("/f/z.txt", "1");
    http.repository.put("/f/sub/b.txt", "two");
    http.repository.put("/f/a.txt", "three");
    http.repository.put("/g.txt", "outside");
  }

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, http.archiver.open());
  }

  @Test
  void holdsTheWholeTreeInOrder() {
    Answer answer = http.get("/f/?format=zip");
    assertEquals(200, answer.status());
    assertEquals(ALL, answer.text());
    assertEquals("application/zip", answer.field("Content-Type"));
    assertEquals("attachment; filename=\"f.zip\"", answer.field("Content-Disposition"));
    assertEquals("bytes", answer.field("Accept-Ranges"));
    assertEquals("no-cache", answer.field("Cache-Control"));
    assertTrue(answer.waited());
  }

  @Test
  void isNamedAfterItsFolder() {
    http.repository.put("/\u00fc\"x/a.txt", "x");
    assertEquals(
        "attachment; filename=\"__x.zip\"; filename*=UTF-8''%C3%BC%22x.zip",
        http.get("/%C3%BC%22x/?format=zip").field("Content-Disposition"));
    assertEquals(
        "attachment; filename=\"root.zip\"", http.get("/?format=zip").field("Content-Disposition"));
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-9, 0, 10", "bytes=5-, 5, 47", "bytes=-4, 43, 47", "bytes=46-99, 46, 47"})
  void aRangeIsCut(String range, int from, int to) {
    assertEquals(47, ALL.length());
    Answer answer = http.get("/f/?format=zip", "Range", range);
    assertEquals(206, answer.status());
    assertEquals(ALL.substring(from, to), answer.text());
    assertEquals("bytes " + from + "-" + (to - 1) + "/47", answer.field("Content-Range"));
  }

  @Test
  void otherRangesAreIgnoredOrUnsatisfiable() {
    assertEquals(ALL, http.get("/f/?format=zip", "Range", "bytes=0-1,5-6").text());
    assertEquals(ALL, http.get("/f/?format=zip", "Range", "bytes=x").text());
    assertEquals(200, http.send("HEAD", "/f/?format=zip", "Range", "bytes=0-1").status());
    Answer behind = http.get("/f/?format=zip", "Range", "bytes=47-");
    assertEquals(416, behind.status());
    assertEquals("bytes */47", behind.field("Content-Range"));
    http.archiver.cutNothing();
    Answer whole = http.get("/f/?format=zip", "Range", "bytes=40-");
    assertEquals(200, whole.status());
    assertEquals(ALL, whole.text());
    assertFalse(whole.fields().contains("Content-Range"));
  }

  @Test
  void ifRangeTakesTheTagAndNoDate() {
    String tag = http.get("/f/?format=zip").field("ETag");
    assertEquals(206, http.get("/f/?format=zip", "Range", "bytes=0-0", "If-Range", tag).status());
    assertEquals(
        200, http.get("/f/?format=zip", "Range", "bytes=0-0", "If-Range", "\"x\"").status());
    assertEquals(
        200, http.get("/f/?format=zip", "Range", "bytes=0-0", "If-Range", "W/" + tag).status());
    String date = "Thu, 01 Jan 1970 00:00:00 GMT";
    assertEquals(200, http.get("/f/?format=zip", "Range", "bytes=0-0", "If-Range", date).status());
  }

  @Test
  void manyMembersOrDeepFoldersAreRefused() {
    ListingFixture deep = new ListingFixture("/");
    StringBuilder path = new StringBuilder();
    for (int depth = 0; depth <= ArchiveWalk.DEEPEST; depth++) {
      path.append("/d");
    }
    deep.repository.makeFolder(path.substring(0, path.length() - 2));
    assertEquals(200, deep.get("/?format=zip").status());
    deep.repository.makeFolder(path.toString());
    Answer answer = deep.get("/?format=zip");
    assertEquals(403, answer.status());
    assertTrue(answer.text().contains("100000 files and folders"), answer.text());
    assertEquals(0, deep.archiver.open());
  }
}
