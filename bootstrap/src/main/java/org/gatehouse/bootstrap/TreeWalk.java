package org.gatehouse.bootstrap;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.domain.target.ResourcePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paths of everything below a folder that can be the name of a resource; whether it is one, the
 * repository says. Links to folders are not followed, so that the walk ends.
 */
final class TreeWalk {
  private static final Logger LOG = LoggerFactory.getLogger(TreeWalk.class);

  private final Path root;
  private final boolean dotfiles;

  TreeWalk(Path root, boolean dotfiles) {
    this.root = root;
    this.dotfiles = dotfiles;
  }

  /** Calls for each path. */
  void forEach(Consumer<ResourcePath> visitor) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            pathOf(file).ifPresent(visitor);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            LOG.warn("{} is passed over: {}", root.relativize(file), Folders.reason(failure));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private Optional<ResourcePath> pathOf(Path file) {
    ResourcePath path = ResourcePath.ROOT;
    for (Path name : root.relativize(file)) {
      if (!ResourcePath.isName(name.toString())) {
        return Optional.empty();
      }
      path = path.child(name.toString());
    }
    return dotfiles || !path.isHidden() ? Optional.of(path) : Optional.empty();
  }
}
