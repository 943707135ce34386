package org.gatehouse.application.listing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Archiver;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.conditional.IfRange;
import org.gatehouse.domain.disposition.ContentDisposition;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.range.ByteRange;
import org.gatehouse.domain.range.RangeSelection;
import org.gatehouse.domain.target.ResourcePath;

/** A folder with all that lies below it, as one archive: whole, or a single range of it. */
final class FolderArchive {
  /** More would take too much memory and too long to look at before the first octet. */
  static final int MOST_MEMBERS = 200_000;

  /** Deeper is no folder for people; and no loop of links that nobody noticed goes on for ever. */
  static final int DEEPEST = 100;

  private static final Refusal TOO_MANY =
      Refusal.of(
          Status.FORBIDDEN,
          "an archive holds at most "
              + MOST_MEMBERS
              + " files and folders, and at most "
              + DEEPEST
              + " folders inside each other");

  private final ResourceRepository repository;
  private final FolderContents contents;
  private final Archiver archiver;
  private final Refusals refusals;

  FolderArchive(
      ResourceRepository repository,
      FolderContents contents,
      Archiver archiver,
      Refusals refusals) {
    this.repository = repository;
    this.contents = contents;
    this.archiver = archiver;
    this.refusals = refusals;
  }

  /** The response with the archive of a folder. May wait. */
  Response of(Request request, ResourcePath folder) {
    try (Archiver.Plan plan = archiver.plan(repository, folder)) {
      return collect(folder, plan)
          ? deliver(request, plan.finish())
          : refusals.of(request, TOO_MANY);
    }
  }

  /**
   * A folder that is still to be gone through.
   *
   * @param path as it is asked for
   * @param above where the folders above it really lie, and it itself
   */
  private record Pending(ResourcePath path, List<ResourcePath> above) {
    Pending child(ResourcePath childPath, ResourcePath place) {
      List<ResourcePath> longer = new ArrayList<>(above);
      longer.add(place);
      return new Pending(childPath, longer);
    }

    ResourcePath place() {
      return above.get(above.size() - 1);
    }
  }

  /** Adds all that lies below a folder; whether it was little enough. */
  private boolean collect(ResourcePath top, Archiver.Plan plan) {
    Deque<Pending> pending = new ArrayDeque<>();
    pending.add(new Pending(top, List.of(top)));
    int[] left = {MOST_MEMBERS};
    while (!pending.isEmpty()) {
      Pending folder = pending.pop();
      boolean complete =
          contents.forEach(
              folder.path(), left[0], child -> left[0] -= add(folder, child, plan, pending));
      if (!complete || left[0] <= 0 || folder.above().size() > DEEPEST) {
        return false;
      }
    }
    return true;
  }

  /** Adds one; a link that leads to a folder above it is left out. How many that makes. */
  private static int add(Pending folder, Child child, Archiver.Plan plan, Deque<Pending> pending) {
    ResourcePath path = folder.path().child(child.name());
    if (!child.isFolder()) {
      plan.add(path, child);
      return 1;
    }
    ResourcePath place = child.origin().orElse(folder.place().child(child.name()).asFolder());
    if (folder.above().contains(place)) {
      return 0;
    }
    plan.add(path.asFolder(), child);
    pending.push(folder.child(path.asFolder(), place));
    return 1;
  }

  private Response deliver(Request request, Archiver.Archive archive) {
    try {
      return switch (ListingDelivery.outcome(request, archive.tag())) {
        case PROCEED -> content(request, archive);
        case NOT_MODIFIED ->
            without(
                archive, Response.of(Status.NOT_MODIFIED, validators(archive.tag()), Body.none()));
        case PRECONDITION_FAILED ->
            without(archive, refusals.of(request, ListingDelivery.PRECONDITION_FAILED));
      };
    } catch (RuntimeException | Error failure) {
      archive.close();
      throw failure;
    }
  }

  private static Response without(Archiver.Archive archive, Response response) {
    archive.close();
    return response;
  }

  private Response content(Request request, Archiver.Archive archive) {
    return range(request, archive)
        .match(
            () -> whole(request, archive),
            () ->
                without(
                    archive,
                    refusals.of(
                        request,
                        Refusal.of(
                            Status.RANGE_NOT_SATISFIABLE,
                            "no part that was asked for lies inside the archive",
                            FieldName.CONTENT_RANGE,
                            ByteRange.unsatisfied(archive.length())))),
            ranges ->
                ranges.size() == 1
                    ? part(request, archive, ranges.get(0))
                    : whole(request, archive));
  }

  /** A range is heeded for GET only (RFC 9110 §14.2); a date in If-Range matches nothing. */
  private static RangeSelection range(Request request, Archiver.Archive archive) {
    Fields fields = request.fields();
    boolean heeded =
        request.method() == Method.GET
            && fields.count(FieldName.RANGE) == 1
            && IfRange.allowsRange(fields, archive.tag(), request.received(), request.received());
    return heeded
        ? RangeSelection.of(fields.first(FieldName.RANGE).orElseThrow(), archive.length())
        : RangeSelection.whole();
  }

  private static Response whole(Request request, Archiver.Archive archive) {
    Part content = archive.section(0, archive.length()).orElseThrow();
    return Response.of(Status.OK, fields(request, archive), Body.of(content));
  }

  /** What costs too much to be cut out is not: a range may always be ignored (RFC 9110 §14.2). */
  private static Response part(Request request, Archiver.Archive archive, ByteRange range) {
    Optional<Part> section = archive.section(range.first(), range.length());
    if (section.isEmpty()) {
      return whole(request, archive);
    }
    FieldLines fields =
        fields(request, archive)
            .with(FieldName.CONTENT_RANGE, range.contentRange(archive.length()));
    return Response.of(Status.PARTIAL_CONTENT, fields, Body.of(section.get()));
  }

  private static FieldLines fields(Request request, Archiver.Archive archive) {
    String name = request.path().name().isEmpty() ? "root" : request.path().name();
    return FieldLines.builder()
        .add(FieldName.CONTENT_TYPE, FolderFormat.ZIP.contentType())
        .add(FieldName.CONTENT_DISPOSITION, ContentDisposition.attachment(name + ".zip"))
        .add(FieldName.ACCEPT_RANGES, "bytes")
        .build()
        .with(validators(archive.tag()));
  }

  private static FieldLines validators(EntityTag tag) {
    return FieldLines.of(FieldName.CACHE_CONTROL, "no-cache", FieldName.ETAG, tag.toString());
  }
}
