package org.gatehouse.application.listing;

import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.application.method.Mount;
import org.gatehouse.application.method.ResourceSettings;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.application.port.out.Children;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Goes through what lies in a folder, as far as a GET would give it: without hidden names and
 * without types that are not served.
 */
final class FolderContents {
  /** How many names are asked for at once: what is in memory at a time. */
  static final int PAGE = 8192;

  private final Mount mount;
  private final ResourceSettings settings;

  FolderContents(Mount mount, ResourceSettings settings) {
    this.mount = mount;
    this.settings = settings;
  }

  /**
   * Tells each, in the order of the names. May wait.
   *
   * @param inside the folder's path inside the repository
   * @param most how many may be looked at
   * @return whether that was all
   */
  boolean forEach(ResourcePath inside, int most, Consumer<Child> each) {
    int left = most;
    Optional<String> after = Optional.of("");
    while (after.isPresent() && left > 0) {
      Children children = mount.repository().children(inside, after.get(), Math.min(PAGE, left));
      children.page().stream().filter(child -> isShown(inside, child)).forEach(each);
      left -= PAGE;
      after = children.next();
    }
    return after.isEmpty();
  }

  private boolean isShown(ResourcePath inside, Child child) {
    ResourcePath path = inside.child(child.name());
    return !settings.hides(mount.outside(path))
        && (child.isFolder() || settings.types().of(path).isPresent());
  }
}
