package org.gatehouse.application.listing;

import java.util.List;
import java.util.Set;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Which folders are listed ({@code --listing}): those that were named, and all below them.
 *
 * @param roots their paths as clients know them
 */
public record ListedFolders(Set<ResourcePath> roots) {

  /**
   * Copies the set.
   *
   * @throws IllegalArgumentException for the path of something that is no folder
   */
  public ListedFolders {
    roots = Set.copyOf(roots);
    if (!roots.stream().allMatch(ResourcePath::isFolder)) {
      throw new IllegalArgumentException("only folders are listed");
    }
  }

  /** No folder at all. */
  public static ListedFolders none() {
    return new ListedFolders(Set.of());
  }

  /** Whether a folder is listed. */
  public boolean covers(ResourcePath folder) {
    List<String> names = folder.segments();
    for (ResourcePath root : roots) {
      int depth = root.segments().size();
      if (names.size() >= depth && names.subList(0, depth).equals(root.segments())) {
        return true;
      }
    }
    return false;
  }
}
