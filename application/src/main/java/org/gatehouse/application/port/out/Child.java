package org.gatehouse.application.port.out;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;

/**
 * One of the things that lie in a folder.
 *
 * @param name under which the folder has it: {@linkplain ResourcePath#isName a name}
 * @param kind whether it is a resource or a folder in its turn
 * @param state of a resource's plain content; of a folder, the size is 0 and the time is when what
 *     lies in it last came or went, as far as storage knows
 * @param origin where a folder really lies that is reached through a link, so that who goes through
 *     a whole tree does not go round in circles; else empty
 */
public record Child(String name, Kind kind, ResourceState state, Optional<ResourcePath> origin) {

  /**
   * The order in which children come: by code points, which is the order of the octets in UTF-8 and
   * so that of a database's binary collation.
   */
  public static final Comparator<String> ORDER = Child::compare;

  /** What can lie in a folder. */
  public enum Kind {
    /** A resource. */
    RESOURCE,
    /** A folder. */
    FOLDER
  }

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is not a name
   */
  public Child {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(state);
    Objects.requireNonNull(origin);
    if (!ResourcePath.isName(name)) {
      throw new IllegalArgumentException("not a name");
    }
  }

  /** A resource. */
  public static Child resource(String name, ResourceState state) {
    return new Child(name, Kind.RESOURCE, state, Optional.empty());
  }

  /** A folder that lies where it is listed. */
  public static Child folder(String name, Instant modified) {
    return new Child(name, Kind.FOLDER, new ResourceState(modified, 0), Optional.empty());
  }

  /** Whether it is a folder. */
  public boolean isFolder() {
    return kind == Kind.FOLDER;
  }

  /** The tag of a resource's plain content; a folder has none. */
  public Optional<EntityTag> tag() {
    return isFolder() ? Optional.empty() : Optional.of(state.tag());
  }

  /** A surrogate stands for a code point that is larger than any of a single char. */
  private static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        return Character.isSurrogate(a) == Character.isSurrogate(b)
            ? Character.compare(a, b)
            : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
