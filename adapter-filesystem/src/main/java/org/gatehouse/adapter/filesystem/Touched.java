package org.gatehouse.adapter.filesystem;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;

/** What a write changes. */
final class Touched {
  private Touched() {}

  /**
   * The paths whose lookup may be another after a write to a path: the path itself with and without
   * a slash, what it is a sidecar of, and the folders that may have been made for it.
   */
  static Set<ResourcePath> by(ResourcePath path) {
    Set<ResourcePath> touched = new HashSet<>();
    touched.add(path);
    touched.add(path.asFolder());
    for (ContentCoding coding : ContentCoding.values()) {
      String end = "." + coding.suffix();
      String name = path.name();
      if (name.endsWith(end) && ResourcePath.isName(name)) {
        String plain = name.substring(0, name.length() - end.length());
        if (ResourcePath.isName(plain)) {
          touched.add(path.sibling(plain));
        }
      }
    }
    List<String> names = path.segments();
    // Nothing deeper is written, and a client may ask for a path of thousands of folders.
    int depth = Math.min(names.size(), Names.DEEPEST);
    ResourcePath folder = ResourcePath.ROOT;
    for (String name : names.subList(0, Math.max(0, depth - 1))) {
      folder = folder.child(name);
      touched.add(folder);
      touched.add(folder.asFolder());
    }
    return touched;
  }
}
