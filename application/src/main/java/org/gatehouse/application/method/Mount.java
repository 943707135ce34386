package org.gatehouse.application.method;

import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Where a repository hangs in the tree of paths that clients see.
 *
 * <p>Inside paths are the repository's, outside paths those of requests, of Location and of the
 * ETagStore.
 */
public final class Mount {
  private final List<String> base;
  private final ResourceRepository repository;

  private Mount(List<String> base, ResourceRepository repository) {
    this.base = base;
    this.repository = repository;
  }

  /** A repository whose paths are those of the requests. */
  public static Mount root(ResourceRepository repository) {
    return new Mount(List.of(), repository);
  }

  /**
   * A repository that answers for what lies below a path.
   *
   * @param base the path, such as {@code /files}
   */
  public static Mount at(ResourcePath base, ResourceRepository repository) {
    return new Mount(base.segments(), repository);
  }

  /** The repository. */
  public ResourceRepository repository() {
    return repository;
  }

  /**
   * The repository's path for a path of a request.
   *
   * @throws IllegalArgumentException if that does not lie below the base, or addresses nothing
   */
  public ResourcePath inside(ResourcePath outside) {
    if (base.isEmpty()) {
      return outside;
    }
    List<String> names = outside.segments();
    if (names.size() < base.size() || !names.subList(0, base.size()).equals(base)) {
      throw new IllegalArgumentException("not below the base");
    }
    return path(names.subList(base.size(), names.size()), outside.isFolder());
  }

  /** The path by which clients know a path of the repository. */
  public ResourcePath outside(ResourcePath inside) {
    if (base.isEmpty()) {
      return inside;
    }
    List<String> names = Stream.concat(base.stream(), inside.segments().stream()).toList();
    return path(names, inside.isFolder());
  }

  private static ResourcePath path(List<String> names, boolean folder) {
    ResourcePath path = ResourcePath.of(names.toArray(String[]::new));
    return folder ? path.asFolder() : path;
  }
}
