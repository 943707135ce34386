package org.gatehouse.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gatehouse.documents.Documents.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Follows every recipe once. The page is the source: its classes and patches are compiled, its
 * statements start a server, and its dialog is held with that.
 */
@Timeout(120)
class RecipesTest {
  private static final String PAGE = "docs/recipes.md";
  private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");

  @TempDir private Path folder;

  static List<String> recipes() throws IOException {
    String text = Documents.read(Documents.page(PAGE));
    return HEADING.matcher(text).results().map(found -> found.group(1)).toList();
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void comesOutAsItSays(String recipe) throws Exception {
    String text = Documents.section(Documents.read(Documents.page(PAGE)), recipe);
    assertTrue(follow(Documents.blocks(text)), "nothing was asked of the server");
  }

  /** Whether its server was asked anything. */
  private boolean follow(List<Block> recipe) throws Exception {
    Kitchen kitchen = new Kitchen(folder);
    String dialog = "";
    for (Block block : recipe) {
      switch (block.language()) {
        case "java" -> {
          if (Kitchen.isClass(block.text())) {
            kitchen.write(block.text());
          } else {
            kitchen.writeProgram(block.text(), "server");
          }
        }
        case "diff" -> kitchen.patch(block.text());
        case "http" -> dialog += block.text();
        default -> throw new IllegalArgumentException(block.language());
      }
    }
    try (AutoCloseable server = (AutoCloseable) kitchen.run()) {
      URI uri = (URI) server.getClass().getMethod("uri").invoke(server);
      return new Dialog(uri).hold(dialog);
    }
  }

  @Test
  void thereAreTheFour() throws IOException {
    assertEquals(
        List.of("Add a guard", "Add a route", "Add an adapter", "Add a header"), recipes());
  }

  @Test
  void aRecipeThatDoesNotComeOutIsNoticed() {
    Block start = new Block("java", "Gatehouse server = Gatehouse.builder().port(0).start();\n");
    assertThrows(
        AssertionError.class,
        () -> follow(List.of(start, new Block("http", "> GET /health\n< 404\n"))));
    assertThrows(
        AssertionError.class,
        () -> follow(List.of(start, new Block("http", "> GET /health\n< 200\n< unwell\n"))));
    assertThrows(
        IllegalArgumentException.class,
        () -> follow(List.of(new Block("java", "Gatehouse server = 1;\n"))));
    assertThrows(
        IllegalArgumentException.class,
        () -> follow(List.of(new Block("diff", "+++ README.md\n@@\n-no such line\n+other\n"))));
  }

  @Test
  void theReadmeSaysHowToEmbed() throws Exception {
    String section = Documents.section(Documents.read(Documents.page("README.md")), "Embed it");
    List<Block> blocks =
        Documents.blocks(section).stream().filter(b -> b.language().equals("java")).toList();
    assertEquals(1, blocks.size());
    Kitchen kitchen = new Kitchen(folder);
    kitchen.writeProgram(blocks.get(0).text(), "site");
    assertNotNull(kitchen.run());
  }
}
