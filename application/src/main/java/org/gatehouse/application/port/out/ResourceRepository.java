package org.gatehouse.application.port.out;

import java.util.List;
import java.util.Optional;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Keeps resources under their paths. Safe for use by several threads.
 *
 * <p>Every path given to it {@linkplain ResourcePath#isAddressable() addresses something}. A reader
 * sees the state before a write or after it, never one in between; a write that was answered is
 * durable. Check and replacement happen under one lock per path.
 */
public interface ResourceRepository {

  /**
   * What is known of a path without waiting for storage.
   *
   * @return empty if storage has to be asked: then {@link #find} tells
   */
  Optional<Lookup> peek(ResourcePath path);

  /**
   * What stands under a path. May wait.
   *
   * <p>A path with a slash at its end finds folders only; one without finds resources and tells of
   * a folder that has the name.
   *
   * @throws StorageFailure if storage does not answer
   */
  Lookup find(ResourcePath path);

  /**
   * What lies in a folder and can be read: a page of it, in the order of the names. May wait.
   *
   * <p>Whatever lies in the folder all the time while its pages are asked for, one after the other,
   * is in exactly one of them. What {@link #find} would not find or not open is in none: what may
   * not be read, what cannot be addressed, what is neither resource nor folder. Storage that cannot
   * tell names shows none.
   *
   * @param folder a path with a slash at its end; one that is no folder's has no children
   * @param after only names that come after this one, in {@link Child#ORDER}; empty text for the
   *     first page
   * @param most how many at most, from 1; memory grows with this and not with the folder
   * @throws StorageFailure if storage does not answer
   */
  default Children children(ResourcePath folder, String after, int most) {
    return Children.last(List.of());
  }

  /**
   * What would hinder a write to a path, as far as can be told beforehand; the write looks again.
   * May wait.
   */
  Optional<Obstacle> obstacle(ResourcePath path);

  /**
   * Begins to keep new content that is meant for a path. Nothing is visible under any path until it
   * is committed. May wait.
   *
   * @throws StorageFailure if there is no room or no permission
   */
  Upload stage(ResourcePath path);

  /**
   * Removes a resource, durably. May wait.
   *
   * @param rule asked under the path's lock, not asked if there is nothing or a folder
   * @return {@link WriteOutcome#removed}, {@link WriteOutcome#missing}, {@link
   *     WriteOutcome#refused} or {@link WriteOutcome#hindered}
   */
  WriteOutcome remove(ResourcePath path, WriteRule rule);

  /**
   * Looks whether storage can be reached and read, for health checks. May wait.
   *
   * @throws StorageFailure if not
   */
  void check();
}
