package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.read;
import static org.gatehouse.adapter.filesystem.Repositories.staged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.application.port.out.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a folder: all that can be read, and nothing that cannot. */
class FolderReadingTest {
  @TempDir private Path temp;
  private Path root;
  private FileResourceRepository files;

  @BeforeEach
  void setUp() throws IOException {
    root = Files.createDirectory(temp.resolve("root"));
    files = new FileResourceRepository(root, Sync.NEVER);
  }

  @AfterEach
  void nothingIsLeft() {
    Leftovers.assertNone(root, files);
  }

  private List<Child> children(String folder) {
    return files.children(path(folder), "", 1000).page();
  }

  private List<String> names(String folder) {
    return children(folder).stream().map(Child::name).toList();
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(root.resolve(name), Path.of(target));
  }

  @Test
  void whatIsListedCanBeReadAndHasTheTagOfItsContent() throws IOException {
    put(files, "/a b%25.txt", "text");
    link("link", "a b%.txt");
    for (Child child : children("/")) {
      assertEquals("text", read(files, "/" + child.name().replace("%", "%25").replace(" ", "%20")));
      assertEquals(Repositories.found(files, "/link").state().tag(), child.tag().orElseThrow());
    }
    assertEquals(List.of("a b%.txt", "link"), names("/"));
  }

  @Test
  void stagedContentAndItsFolderAreNobodysToSee() throws IOException {
    try (Upload upload = staged(files, "/in/half.txt", "half")) {
      assertNotEquals(List.of(), Files.list(root.resolve(Names.STAGING)).toList());
      assertEquals(List.of(), names("/"));
      assertEquals(List.of(), names("/" + Names.STAGING + "/"));
      assertEquals(4, upload.content().length());
    }
  }

  @Test
  void linksThatStayInsideAreListedAndOthersNot() throws IOException {
    Files.createDirectories(root.resolve("dir/deep"));
    Files.writeString(temp.resolve("secret.txt"), "secret");
    Files.writeString(root.resolve("dir/page.txt"), "page");
    link("file", "dir/page.txt");
    link("folder", "dir/deep");
    link("dir/up", "../dir");
    link("self", ".");
    link("out", "../secret.txt");
    link("parent", "..");
    link("dangling", "nowhere");
    link("loop", "loop");

    assertEquals(List.of("dir", "file", "folder"), names("/"));
    assertEquals(Optional.empty(), children("/").get(0).origin());
    assertEquals(Optional.of(path("/dir/deep/")), children("/").get(2).origin());
    assertEquals(List.of("deep", "page.txt", "up"), names("/dir/"));
    assertEquals(Optional.of(path("/dir/")), children("/dir/").get(2).origin());
    assertEquals(List.of("deep", "page.txt", "up"), names("/dir/up/up/"));
    assertEquals(List.of(), names("/parent/"));
  }

  @Test
  void specialFilesAreNotListed() throws Exception {
    Process made = new ProcessBuilder("mkfifo", root.resolve("fifo").toString()).start();
    assumeTrue(made.waitFor() == 0);
    link("fifo-link", "fifo");
    assertEquals(List.of(), names("/"));
  }

  @Test
  void whatNobodyMayReadIsNotListed() throws IOException {
    Files.writeString(root.resolve("locked.txt"), "x");
    Files.createDirectory(root.resolve("vault"));
    put(files, "/open.txt", "x");
    for (String name : List.of("locked.txt", "vault")) {
      Files.setPosixFilePermissions(
          root.resolve(name), PosixFilePermissions.fromString("---------"));
    }
    link("locked-link", "locked.txt");
    assertEquals(List.of("open.txt"), names("/"));
  }

  @Test
  void namesThatNoPathCanHaveAreLeftOut() throws Exception {
    put(files, "/good.txt", "x");
    for (String script :
        List.of(
            "new\\nline",
            "back\\\\slash",
            "tab\\t",
            "not-utf8-\\377",
            "del\\177",
            "c1-\\302\\205")) {
      Process made =
          new ProcessBuilder(
                  "sh",
                  "-c",
                  "cd \"$1\" && : > \"$(printf '" + script + "')\"",
                  "sh",
                  root.toString())
              .start();
      assumeTrue(made.waitFor() == 0);
    }
    assertEquals(List.of("good.txt"), names("/"));
  }

  @Test
  void aNameOf255OctetsIsListed() {
    String longest = "\u20ac".repeat(85);
    try {
      assertEquals(255, longest.getBytes(StandardCharsets.UTF_8).length);
      Files.writeString(root.resolve(longest), "x");
    } catch (IOException | InvalidPathException notHere) {
      assumeTrue(false, "the file system does not take it");
    }
    assertEquals(List.of(longest), names("/"));
  }

  @Test
  void whatVanishesWhileItIsListedIsLeftOut() throws IOException {
    put(files, "/a.txt", "x");
    put(files, "/b.txt", "x");
    AtomicReference<Path> victim = new AtomicReference<>(root.resolve("b.txt"));
    Root tampered =
        TamperedFolder.root(
            root,
            (step, at) -> {
              if (step.equals("look") && at.endsWith("b.txt") && victim.get() != null) {
                Files.delete(victim.getAndSet(null));
              }
            });
    try (FileResourceRepository other =
        new FileResourceRepository(tampered, Sync.NEVER, Devices.ofSystem())) {
      assertEquals(
          List.of("a.txt"),
          other.children(path("/"), "", 10).page().stream().map(Child::name).toList());
    }
  }

  @Test
  void aFolderThatIsSwappedForALinkIsNotEntered() throws IOException {
    Files.createDirectory(temp.resolve("outside"));
    Files.writeString(temp.resolve("outside/secret.txt"), "secret");
    Files.createDirectory(root.resolve("dir"));
    AtomicReference<Path> victim = new AtomicReference<>(root.resolve("dir"));
    Root tampered =
        TamperedFolder.root(
            root,
            (step, at) -> {
              if (step.equals("enter") && victim.get() != null) {
                Path dir = victim.getAndSet(null);
                Files.delete(dir);
                Files.createSymbolicLink(dir, temp.resolve("outside"));
              }
            });
    try (FileResourceRepository other =
        new FileResourceRepository(tampered, Sync.NEVER, Devices.ofSystem())) {
      assertEquals(List.of(), other.children(path("/dir/"), "", 10).page());
    }
  }
}
