package org.gatehouse.application.method;

import java.util.Optional;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Everything that can refuse a write before its content is asked for, and so before {@code 100
 * Continue} (RFC 9110 §10.1.1). The first refusal wins; empty means that the write may go on.
 */
final class WriteChecks {
  private final Mount mount;
  private final ResourceSettings settings;
  private final WriteRules rules;

  WriteChecks(Mount mount, ResourceSettings settings, WriteRules rules) {
    this.mount = mount;
    this.settings = settings;
    this.rules = rules;
  }

  /** Whether the path may be written at all. Never waits. */
  Optional<Refusal> ofPath(ResourcePath path) {
    if (!path.isAddressable()) {
      return Optional.of(ResourceRefusals.UNADDRESSABLE);
    }
    return settings.hides(path) ? Optional.of(ResourceRefusals.HIDDEN) : Optional.empty();
  }

  /** The path, and whether the content can be stored as what it says it is. Never waits. */
  Optional<Refusal> ofHead(Request request) {
    return ofPath(request.path()).or(() -> ofContent(request.fields()));
  }

  /** RFC 9110 §14.5 for a part of a resource, §8.4 for coded content. */
  private static Optional<Refusal> ofContent(Fields fields) {
    if (fields.contains(FieldName.CONTENT_RANGE)) {
      return Optional.of(ResourceRefusals.PARTIAL);
    }
    return fields.contains(FieldName.CONTENT_ENCODING)
        ? Optional.of(ResourceRefusals.CODED)
        : Optional.empty();
  }

  /**
   * What storage says. May wait.
   *
   * @param written the path, inside the repository, that is to be written
   * @param target the path of the resource that the preconditions speak of
   */
  Optional<Refusal> ofStorage(Request request, ResourcePath written, ResourcePath target) {
    return mount
        .repository()
        .obstacle(written)
        .map(ResourceRefusals::of)
        .or(() -> rules.refusal(request, target));
  }

  /**
   * What would hinder one of several new resources of a request, under a name of its own. A folder
   * of that name does not: there are other names. May wait.
   *
   * @param written the path inside the repository
   */
  Optional<Refusal> ofNewName(ResourcePath written) {
    return ofPath(mount.outside(written))
        .or(
            () ->
                mount
                    .repository()
                    .obstacle(written)
                    .filter(obstacle -> obstacle != Obstacle.FOLDER)
                    .map(ResourceRefusals::of));
  }
}
