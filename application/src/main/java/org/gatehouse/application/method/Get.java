package org.gatehouse.application.method;

import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.target.ResourcePath;

/**
 * GET and HEAD (RFC 9110 §9.3.1, §9.3.2).
 *
 * <p>Everything that metadata can decide is decided before content is opened, in the order of RFC
 * 9110 §13.2.1: what would not be a success anyway (404, 403, 415, 406) comes before the
 * preconditions, and they before the range. What storage knows without waiting is answered at once.
 */
final class Get {
  private static final String INDEX = "index.html";

  /** A resource that vanishes between lookup and opening this often is not there. */
  private static final int MOST_LOOKUPS = 4;

  private final Mount mount;
  private final ResourceSettings settings;
  private final FolderView folders;
  private final SeenTags seen;
  private final Delivery delivery;
  private final AcceptedCodings codings = new AcceptedCodings();

  Get(
      Mount mount,
      ResourceSettings settings,
      FolderView folders,
      SeenTags seen,
      Delivery delivery) {
    this.mount = mount;
    this.settings = settings;
    this.folders = folders;
    this.seen = seen;
    this.delivery = delivery;
  }

  /** What a folder shows. */
  static ResourcePath indexOf(ResourcePath folder) {
    return folder.child(INDEX);
  }

  /**
   * A request and the path, inside the repository, of what it asks for.
   *
   * @param lookups how many lookups it may still take
   */
  private record Ask(Request request, ResourcePath path, int lookups) {
    Ask again() {
      return new Ask(request, path, lookups - 1);
    }
  }

  Decision decide(Request request) {
    ResourcePath asked = request.path();
    if (!asked.isAddressable() || settings.hides(asked)) {
      return delivery.refusal(request, ResourceRefusals.MISSING);
    }
    if (asked.isFolder() && folders.shows(asked) && folders.goesBeforeIndex(request)) {
      return Decision.later(() -> folders.show(request));
    }
    ResourcePath path = mount.inside(asked);
    Ask ask = new Ask(request, path.isFolder() ? indexOf(path) : path, MOST_LOOKUPS);
    Optional<Lookup> known = mount.repository().peek(ask.path());
    return known.isPresent() ? judge(ask, known.get(), false) : look(ask);
  }

  private Decision look(Ask ask) {
    return Decision.later(() -> judge(ask, mount.repository().find(ask.path()), true));
  }

  private Decision judge(Ask ask, Lookup lookup, boolean mayWait) {
    return lookup.match(
        resource -> found(ask, resource, mayWait), why -> absent(ask, why, mayWait));
  }

  private Decision absent(Ask ask, Absence why, boolean mayWait) {
    Request request = ask.request();
    boolean byName = !request.path().isFolder();
    if (!byName && why != Absence.DENIED && folders.shows(request.path())) {
      return mayWait ? folders.show(request) : Decision.later(() -> folders.show(request));
    }
    return switch (why) {
      case DENIED -> delivery.refusal(request, ResourceRefusals.UNREADABLE);
      case FOLDER ->
          byName
              ? Decision.answer(delivery.redirect(request, mount.outside(ask.path())))
              : delivery.refusal(request, ResourceRefusals.MISSING);
      case MISSING -> delivery.refusal(request, ResourceRefusals.MISSING);
    };
  }

  private Decision found(Ask ask, Resource resource, boolean mayWait) {
    Optional<MediaType> type = settings.types().of(ask.path());
    if (type.isEmpty()) {
      return delivery.refusal(ask.request(), ResourceRefusals.TYPE_NOT_SERVED);
    }
    List<Variant> variants = resource.variants();
    seen.saw(mount.outside(ask.path()), variants.get(0));
    Selection selection = new Selection(ask.request(), ask.path(), type.get(), variants);
    Optional<Variant> selected = selection.selected(codings.of(ask.request().fields()));
    if (selected.isEmpty()) {
      return delivery.refusal(ask.request(), ResourceRefusals.NOT_ACCEPTABLE);
    }
    Variant variant = selected.get();
    Optional<Decision> early = withoutContent(selection, variants, variant);
    if (early.isPresent()) {
      return early.get();
    }
    return mayWait || resource.opensAtOnce(variant.coding())
        ? open(ask, resource, selection, variant)
        : Decision.later(() -> open(ask, resource, selection, variant));
  }

  /** 304 and 412: what the preconditions make of a variant. */
  private Optional<Decision> withoutContent(
      Selection selection, List<Variant> current, Variant variant) {
    return switch (selection.evaluate(current, variant)) {
      case PROCEED -> Optional.empty();
      case NOT_MODIFIED -> Optional.of(Decision.answer(delivery.notModified(selection, variant)));
      case PRECONDITION_FAILED ->
          Optional.of(delivery.refusal(selection.request(), ResourceRefusals.PRECONDITION_FAILED));
    };
  }

  private Decision open(Ask ask, Resource resource, Selection selection, Variant selected) {
    Optional<Representation> opened = resource.open(selected.coding());
    if (opened.isEmpty()) {
      return ask.lookups() > 1
          ? look(ask.again())
          : delivery.refusal(ask.request(), ResourceRefusals.MISSING);
    }
    Representation representation = opened.get();
    try {
      return deliver(selection, selected, representation);
    } catch (RuntimeException | Error failure) {
      representation.close();
      throw failure;
    }
  }

  private Decision deliver(Selection selection, Variant selected, Representation representation) {
    Variant variant = representation.variant();
    if (!variant.equals(selected)) {
      // It was written between lookup and opening, so the conditions have not seen this state yet.
      Optional<Decision> early = withoutContent(selection, List.of(variant), variant);
      if (early.isPresent()) {
        representation.close();
        return early.get();
      }
    }
    return Decision.answer(delivery.of(selection, representation));
  }
}
