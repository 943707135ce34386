package org.gatehouse.application.port.out;

/** Why nothing can be written under a path. */
public enum Obstacle {
  /** The path is that of a folder. */
  FOLDER,
  /** A folder of the path is a resource, which cannot hold others. */
  BELOW_RESOURCE,
  /** No permission, or a link stands in the way. */
  DENIED,
  /** The storage cannot keep such a name, such as one that is too long. */
  UNSTORABLE
}
