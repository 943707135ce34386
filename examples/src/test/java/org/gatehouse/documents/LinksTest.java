package org.gatehouse.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every relative link of every page leads to a file, and to a heading where it names one. */
class LinksTest {
  private static final Pattern INLINE = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern REFERENCE = Pattern.compile("(?m)^\\[[^\\]]+\\]: (\\S+)$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern ABSOLUTE = Pattern.compile("[a-z]+:.*");

  static List<Path> pages() throws IOException {
    return Documents.pages();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) throws IOException {
    assertEquals(List.of(), broken(page, Documents.read(page)));
  }

  @Test
  void aBrokenLinkIsNoticed() throws IOException {
    Path page = Documents.page("README.md");
    String text =
        """
        # A page
        [good](LICENSE), [good](#a-page), [good](docs/testing.md#how-gatehouse-is-tested)
        [bad](docs/missing.md), [bad](#no-page), [bad](docs/testing.md#no-part) and [bad]

        [bad]: missing.txt
        """;
    assertEquals(
        List.of("docs/missing.md", "#no-page", "docs/testing.md#no-part", "missing.txt"),
        broken(page, text));
  }

  @Test
  void thePagesAreFound() throws IOException {
    assertTrue(pages().contains(Documents.page("README.md")));
    assertTrue(pages().contains(Documents.page("docs/tour.md")));
  }

  private static List<String> broken(Path page, String text) throws IOException {
    List<String> broken = new ArrayList<>();
    for (String link : links(Documents.prose(text))) {
      if (!ABSOLUTE.matcher(link).matches() && !leadsSomewhere(page, text, link)) {
        broken.add(link);
      }
    }
    return broken;
  }

  private static List<String> links(String prose) {
    List<String> links = new ArrayList<>();
    INLINE.matcher(prose).results().forEach(found -> links.add(found.group(1)));
    REFERENCE.matcher(prose).results().forEach(found -> links.add(found.group(1)));
    return links;
  }

  private static boolean leadsSomewhere(Path page, String text, String link) throws IOException {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? page : page.getParent().resolve(file).normalize();
    if (!Files.exists(target) || !target.startsWith(Documents.REPOSITORY)) {
      return false;
    }
    if (hash < 0 || !target.toString().endsWith(".md")) {
      return true;
    }
    return anchors(file.isEmpty() ? text : Documents.read(target))
        .contains(link.substring(hash + 1));
  }

  /** The anchors that a forge makes of headings: in lower case, words joined, marks left out. */
  private static List<String> anchors(String text) {
    List<String> anchors = new ArrayList<>();
    Matcher heading = HEADING.matcher(Documents.prose(text));
    while (heading.find()) {
      String words = heading.group(1).strip().toLowerCase(Locale.ROOT);
      anchors.add(words.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
    }
    return anchors;
  }
}
