package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources offered as downloads, under any name (RFC 6266, RFC 8187). */
class DownloadsIT extends OneServer {
  @Override
  JarServer.Launch prepare(JarServer.Launch launch) {
    return launch
        .file("plain.html", "<p>page")
        .file("page/index.html", "<p>index")
        .file("LOUD.TXT", "loud")
        .options("--attachment", "txt,dat", "--unknown-types", "octet-stream");
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private RawResponse stored(String name) throws IOException {
    String target = "/" + encoded(name);
    assertEquals(201, client.exchange("PUT " + target, "content").status());
    RawResponse response = client.get(target);
    assertEquals(200, response.status());
    assertEquals("content", response.text());
    assertEquals(1, response.fields("Content-Disposition").size());
    return response;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      textBlock =
          """
          say "hi".txt ¦ say _hi_.txt ¦ say%20%22hi%22.txt
          ";x="y.txt   ¦ _;x=_y.txt   ¦ %22%3Bx%3D%22y.txt
          50%41.txt    ¦ 50_41.txt    ¦ 50%2541.txt
          größe.txt    ¦ gr__e.txt    ¦ gr%C3%B6%C3%9Fe.txt
          😀.txt       ¦ _.txt        ¦ %F0%9F%98%80.txt
          👩‍👩‍👧.txt   ¦ _____.txt    ¦ %F0%9F%91%A9%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7.txt
          日本語.dat   ¦ ___.dat      ¦ %E6%97%A5%E6%9C%AC%E8%AA%9E.dat
          gpj‮.txt ¦ gpj_.txt ¦ gpj%E2%80%AE.txt
          é*'(x).txt   ¦ _*'(x).txt   ¦ %C3%A9%2A%27%28x%29.txt
          """)
  void aNameThatIsNotPlainComesTwice(String name, String fallback, String extended)
      throws IOException {
    assertEquals(
        "attachment; filename=\"" + fallback + "\"; filename*=UTF-8''" + extended,
        stored(name).field("Content-Disposition"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      textBlock =
          """
          a b.txt
          a;b=c, d.txt
          it's (1) & [2] {3} #4 ~5 `6` ^7 |8 <9> ?.txt
          filename*=UTF-8''x.txt
          """)
  void aPlainNameComesOnce(String name) throws IOException {
    assertEquals(
        "attachment; filename=\"" + name + "\"", stored(name).field("Content-Disposition"));
  }

  @Test
  void theLongestNameIsWhole() throws IOException {
    String ascii = "n".repeat(251) + ".txt";
    assertEquals(
        "attachment; filename=\"" + ascii + "\"", stored(ascii).field("Content-Disposition"));
    String accented = "é".repeat(125) + "n.txt";
    assertEquals(255, accented.getBytes(StandardCharsets.UTF_8).length);
    assertEquals(
        "attachment; filename=\""
            + "_".repeat(125)
            + "n.txt\"; filename*=UTF-8''"
            + "%C3%A9".repeat(125)
            + "n.txt",
        stored(accented).field("Content-Disposition"));
  }

  @Test
  void namesThatCouldBreakAFieldAreRefusedBeforeTheyAreNames() throws IOException {
    for (String hostile : List.of("a%0d%0aX-Injected:%20b.txt", "a%0ab.txt", "a%00.txt", "a%7f")) {
      for (String method : List.of("GET ", "PUT ")) {
        try (RawClient own = server.connect()) {
          RawResponse refused = own.exchange(method + "/" + hostile + "?download", "x");
          assertEquals(400, refused.status(), hostile);
          assertFalse(refused.has("Content-Disposition") || refused.has("X-Injected"), hostile);
        }
      }
    }
    assertEquals(404, client.get("/a%5Cb.txt?download").status());
    assertEquals(404, client.get("/a%2Fb.txt?download").status());
  }

  @ParameterizedTest
  @CsvSource({
    "/plain.html, ",
    "/plain.html?a=b, ",
    "/plain.html?downloads, ",
    "/plain.html?a=download, ",
    "/plain.html?Download, ",
    "/plain.html?download, plain.html",
    "/plain.html?download=, plain.html",
    "/plain.html?download=other.exe, plain.html",
    "/plain.html?a=b&download, plain.html",
    "/page/?download, index.html",
    "/LOUD.TXT, LOUD.TXT",
  })
  void aQueryAsksForADownload(String target, String name) throws IOException {
    RawResponse response = client.get(target);
    assertEquals(200, response.status());
    String expected = name == null ? "" : "attachment; filename=\"" + name + "\"";
    assertEquals(expected, response.field("Content-Disposition"));
    assertEquals(expected, client.head(target).field("Content-Disposition"));
  }

  @Test
  void partsAndUnchangedOnesAreDownloadsToo() throws IOException {
    RawResponse part = client.get("/plain.html?download", "Range: bytes=0-1");
    assertEquals(206, part.status());
    assertTrue(part.field("Content-Disposition").startsWith("attachment"));
    RawResponse missing = client.get("/missing.txt?download");
    assertEquals(404, missing.status());
    assertFalse(missing.has("Content-Disposition"), "an error page is no download");
    String folder = client.get("/page?download").field("Location");
    assertEquals("/page/?download", folder, "the wish outlives the redirect");
  }
}
