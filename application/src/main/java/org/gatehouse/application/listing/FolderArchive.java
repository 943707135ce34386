package org.gatehouse.application.listing;

import java.util.Optional;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Archiver;
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
  private static final Refusal TOO_MANY =
      Refusal.of(
          Status.FORBIDDEN,
          "an archive holds at most "
              + ArchiveWalk.MOST_MEMBERS
              + " files and folders, and at most "
              + ArchiveWalk.DEEPEST
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
      return new ArchiveWalk(contents, plan).addAllBelow(folder)
          ? deliver(request, plan.finish())
          : refusals.of(request, TOO_MANY);
    }
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
