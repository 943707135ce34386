package org.gatehouse.application.listing;

import org.gatehouse.application.port.out.Archiver;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Adds all that lies below a folder to an archive, in the order of the names. A folder that is
 * reached through a link is gone into, unless it is one of those above it: so no circle is walked.
 */
final class ArchiveWalk {
  /** More would take too much memory and too long to look at before the first octet. */
  static final int MOST_MEMBERS = 100_000;

  /** Deeper lies nothing that people keep. */
  static final int DEEPEST = 100;

  private final FolderContents contents;
  private final Archiver.Plan plan;
  private int left = MOST_MEMBERS;
  private boolean complete = true;

  ArchiveWalk(FolderContents contents, Archiver.Plan plan) {
    this.contents = contents;
    this.plan = plan;
  }

  /**
   * Where a folder on the way down really lies.
   *
   * @param above null at the top
   */
  private record Place(ResourcePath path, Place above, int depth) {
    Place of(Child child) {
      ResourcePath below = path.child(child.name()).asFolder();
      return new Place(child.origin().orElse(below), this, depth + 1);
    }

    boolean isBelowItself() {
      for (Place place = above; place != null; place = place.above()) {
        if (place.path().equals(path)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Adds all; whether it was little enough for one archive. May wait. */
  boolean addAllBelow(ResourcePath top) {
    goThrough(top, new Place(top, null, 0));
    return complete;
  }

  private void goThrough(ResourcePath folder, Place place) {
    if (place.depth() > DEEPEST) {
      complete = false;
    }
    if (complete) {
      boolean all = contents.forEach(folder, left + 1, child -> add(folder, place, child));
      // What was found below may have been too much already.
      complete &= all;
    }
  }

  private void add(ResourcePath folder, Place place, Child child) {
    if (!complete || left == 0) {
      complete = false;
      return;
    }
    ResourcePath path = folder.child(child.name());
    if (!child.isFolder()) {
      left--;
      plan.add(path, child);
      return;
    }
    Place next = place.of(child);
    if (!next.isBelowItself()) {
      left--;
      plan.add(path.asFolder(), child);
      goThrough(path.asFolder(), next);
    }
  }
}
