package org.gatehouse.application.method;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.target.ResourcePath;

/**
 * What the operator chose for resources.
 *
 * @param types what may be served ({@code --types}, {@code --unknown-types})
 * @param attachments extensions that are offered for download ({@code --attachment})
 * @param dotfiles whether names that begin with a dot are served and written ({@code --dotfiles})
 * @param writes who may write ({@code --writes})
 * @param posting what POST to a path does
 */
public record ResourceSettings(
    MediaTypes types,
    Set<String> attachments,
    boolean dotfiles,
    WritePolicy writes,
    Posting posting) {

  /** What POST to a path does. */
  public enum Posting {
    /** It makes a new resource, under another name where its own is taken. PUT replaces. */
    NEW_NAME,
    /** It makes or replaces the resource; there is no PUT. */
    OVERWRITE
  }

  /** Copies the set, in lower case. */
  public ResourceSettings {
    Objects.requireNonNull(types);
    Objects.requireNonNull(writes);
    Objects.requireNonNull(posting);
    attachments =
        attachments.stream()
            .map(extension -> extension.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the path is kept from clients because one of its names begins with a dot. */
  public boolean hides(ResourcePath path) {
    return !dotfiles && path.isHidden();
  }

  /** The methods that resources take under these settings. */
  public Set<Method> methods() {
    Set<Method> methods = EnumSet.of(Method.GET, Method.HEAD, Method.OPTIONS);
    if (writes != WritePolicy.OFF) {
      methods.add(Method.POST);
      methods.add(Method.DELETE);
      if (posting == Posting.NEW_NAME) {
        methods.add(Method.PUT);
      }
    }
    return methods;
  }
}
