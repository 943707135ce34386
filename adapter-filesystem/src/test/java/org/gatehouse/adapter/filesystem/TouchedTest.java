package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;

class TouchedTest {
  private static Set<ResourcePath> paths(String... paths) {
    return Arrays.stream(paths).map(Repositories::path).collect(Collectors.toSet());
  }

  @Test
  void aWriteTouchesThePathAndTheFoldersThatMayHaveBeenMade() {
    assertEquals(paths("/x.txt", "/x.txt/"), Touched.by(path("/x.txt")));
    assertEquals(
        paths("/a", "/a/", "/a/b", "/a/b/", "/a/b/x.txt", "/a/b/x.txt/"),
        Touched.by(path("/a/b/x.txt")));
    assertEquals(paths("/"), Touched.by(path("/")));
  }

  @Test
  void aWriteOfASidecarTouchesWhatItCodes() {
    assertEquals(
        paths("/a", "/a/", "/a/x.txt", "/a/x.txt.gz", "/a/x.txt.gz/"),
        Touched.by(path("/a/x.txt.gz")));
    assertEquals(paths("/.gz", "/.gz/"), Touched.by(path("/.gz")));
  }

  /** Once all folders were gone through for each of them, which took a worker half a minute. */
  @Test
  void ofAPathThatIsTooDeepToBeWrittenOnlyTheFirstFolders() {
    Set<ResourcePath> touched = Touched.by(path("/d".repeat(4_000)));
    assertEquals(2 + 2 * (Names.DEEPEST - 1), touched.size());
    assertTrue(touched.containsAll(paths("/d", "/d/d/", "/d".repeat(99), "/d".repeat(4_000))));
    Set<ResourcePath> deepest = Touched.by(path("/d".repeat(Names.DEEPEST)));
    assertEquals(2 * Names.DEEPEST, deepest.size());
  }
}
