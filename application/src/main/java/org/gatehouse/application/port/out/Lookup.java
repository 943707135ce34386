package org.gatehouse.application.port.out;

import java.util.function.Function;

/** What stands under a path: a resource, or none and why. */
public sealed interface Lookup {

  /** Calls the function that fits. */
  <T> T match(Function<Resource, T> found, Function<Absence, T> absent);

  /** A resource was found. */
  static Lookup found(Resource resource) {
    return new Found(resource);
  }

  /** None was found. */
  static Lookup absent(Absence why) {
    return new Absent(why);
  }

  /** Why there is no resource to be had. */
  enum Absence {
    /** Nothing has this path. */
    MISSING,
    /** The path is that of a folder. */
    FOLDER,
    /** Something has this path, but may not be read: no permission, a link out, a special file. */
    DENIED
  }

  /**
   * A resource.
   *
   * @param resource what was found
   */
  record Found(Resource resource) implements Lookup {
    @Override
    public <T> T match(Function<Resource, T> found, Function<Absence, T> absent) {
      return found.apply(resource);
    }
  }

  /**
   * None.
   *
   * @param why there is none
   */
  record Absent(Absence why) implements Lookup {
    @Override
    public <T> T match(Function<Resource, T> found, Function<Absence, T> absent) {
      return absent.apply(why);
    }
  }
}
