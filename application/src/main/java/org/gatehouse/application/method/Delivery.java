package org.gatehouse.application.method;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.conditional.IfRange;
import org.gatehouse.domain.disposition.ContentDisposition;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.range.ByteRange;
import org.gatehouse.domain.range.MultipartByteRanges;
import org.gatehouse.domain.range.RangeSelection;
import org.gatehouse.domain.target.ResourcePath;

/**
 * The responses to GET and HEAD: an open representation, whole (RFC 9110 §15.3.1) or in parts
 * (§15.3.7), a redirect or a refusal. HEAD gets each without its content, and with all of its
 * fields.
 */
final class Delivery {
  private final ResourceSettings settings;
  private final IdSource ids;
  private final Refusals refusals;
  private final Description description = new Description();

  Delivery(ResourceSettings settings, IdSource ids, Refusals refusals) {
    this.settings = settings;
    this.ids = ids;
    this.refusals = refusals;
  }

  Decision refusal(Request request, Refusal refusal) {
    return Decision.answer(forMethod(request, refusals.of(request, refusal)));
  }

  /** Says that the client has what it asks for (RFC 9110 §15.4.5). */
  Response notModified(Selection selection, Variant variant) {
    return Response.of(
        Status.NOT_MODIFIED, description.notModified(selection, variant), Body.none());
  }

  /** Adds the slash of a folder, and keeps the query (RFC 9110 §15.4.2). */
  Response redirect(Request request, ResourcePath folder) {
    String query = request.head().target().query();
    String location = folder.asFolder().encoded() + (query.isEmpty() ? "" : "?" + query);
    return forMethod(
        request,
        WriteAnswers.text(
            Status.MOVED_PERMANENTLY,
            "see " + location,
            FieldLines.of(FieldName.LOCATION, location)));
  }

  /**
   * The response that carries an open representation, which is closed with the response's body, or
   * at once where the response does not need it.
   */
  Response of(Selection selection, Representation open) {
    return forMethod(
        selection.request(),
        selection.wantsRange() ? ranged(selection, open) : all(selection, open));
  }

  private Response all(Selection selection, Representation open) {
    return Response.of(Status.OK, whole(selection, open), Body.of(open.content()));
  }

  private Response ranged(Selection selection, Representation open) {
    return ranges(selection, open)
        .match(
            () -> all(selection, open),
            () -> unsatisfiable(selection, open),
            ranges -> partial(selection, open, ranges));
  }

  private Response unsatisfiable(Selection selection, Representation open) {
    open.close();
    return refusals.of(
        selection.request(), ResourceRefusals.unsatisfiable(open.content().length()));
  }

  private static Response forMethod(Request request, Response response) {
    return request.method() == Method.HEAD ? response.withoutContent() : response;
  }

  private static RangeSelection ranges(Selection selection, Representation open) {
    Fields fields = selection.request().fields();
    Variant variant = open.variant();
    boolean heeded =
        fields.count(FieldName.RANGE) == 1
            && IfRange.allowsRange(fields, variant.tag(), variant.lastModified(), selection.now());
    return heeded
        ? RangeSelection.of(fields.first(FieldName.RANGE).orElseThrow(), open.content().length())
        : RangeSelection.whole();
  }

  private Response partial(Selection selection, Representation open, List<ByteRange> ranges) {
    Part content = open.content();
    if (ranges.size() == 1) {
      ByteRange range = ranges.get(0);
      FieldLines fields =
          whole(selection, open)
              .with(FieldName.CONTENT_RANGE, range.contentRange(content.length()));
      Part section = content.section(range.first(), range.length());
      return Response.of(Status.PARTIAL_CONTENT, fields, Body.of(section));
    }
    MediaType type = selection.type().withCharset();
    MultipartByteRanges multipart = new MultipartByteRanges(ids.token(), type, content.length());
    List<Part> parts = new ArrayList<>(2 * ranges.size() + 1);
    for (ByteRange range : ranges) {
      parts.add(Part.of(multipart.partHead(range, parts.isEmpty())));
      parts.add(content.section(range.first(), range.length()));
    }
    parts.add(Part.of(multipart.end()));
    FieldLines fields =
        named(selection, Description.lines(selection, open.variant(), multipart.contentType()));
    return Response.of(Status.PARTIAL_CONTENT, fields, Body.of(parts));
  }

  private FieldLines whole(Selection selection, Representation open) {
    return named(selection, description.whole(selection, open.variant()));
  }

  /** The lines with the name under which the content is to be kept, where it is. */
  private FieldLines named(Selection selection, FieldLines lines) {
    ResourcePath path = selection.path();
    return settings.attachments().contains(path.extension()) || isDownload(selection)
        ? lines.with(FieldName.CONTENT_DISPOSITION, ContentDisposition.attachment(path.name()))
        : lines;
  }

  /** Whether the query says {@code download}, with a value or without. */
  private static boolean isDownload(Selection selection) {
    return selection.request().head().target().queryParameter("download").isPresent();
  }
}
