package org.gatehouse.application.method;

import java.time.Instant;
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
import org.gatehouse.domain.field.HttpDate;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.negotiation.ContentCoding;
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

  Delivery(ResourceSettings settings, IdSource ids, Refusals refusals) {
    this.settings = settings;
    this.ids = ids;
    this.refusals = refusals;
  }

  Decision refusal(Request request, Refusal refusal) {
    return Decision.answer(forMethod(request, refusals.of(request, refusal)));
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
   *
   * @param now the time of the response
   */
  Response of(Selection selection, Representation open, Instant now) {
    Request request = selection.request();
    Part content = open.content();
    Response response =
        ranges(selection, open, now)
            .match(
                () -> Response.of(Status.OK, whole(selection, open, now), Body.of(content)),
                () -> {
                  open.close();
                  return refusals.of(request, ResourceRefusals.unsatisfiable(content.length()));
                },
                ranges -> partial(selection, open, ranges, now));
    return forMethod(request, response);
  }

  private static Response forMethod(Request request, Response response) {
    return request.method() == Method.HEAD ? response.withoutContent() : response;
  }

  private static RangeSelection ranges(Selection selection, Representation open, Instant now) {
    Fields fields = selection.request().fields();
    Variant variant = open.variant();
    boolean heeded =
        selection.wantsRange()
            && fields.count(FieldName.RANGE) == 1
            && IfRange.allowsRange(fields, variant.tag(), variant.lastModified(), now);
    return heeded
        ? RangeSelection.of(fields.first(FieldName.RANGE).orElseThrow(), open.content().length())
        : new RangeSelection.Whole();
  }

  private Response partial(
      Selection selection, Representation open, List<ByteRange> ranges, Instant now) {
    Part content = open.content();
    if (ranges.size() == 1) {
      ByteRange range = ranges.get(0);
      FieldLines fields =
          whole(selection, open, now)
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
    FieldLines fields = fields(selection, open.variant(), multipart.contentType(), now);
    return Response.of(Status.PARTIAL_CONTENT, fields, Body.of(parts));
  }

  private FieldLines whole(Selection selection, Representation open, Instant now) {
    String type = selection.type().withCharset().toString();
    return fields(selection, open.variant(), type, now);
  }

  private FieldLines fields(Selection selection, Variant variant, String type, Instant now) {
    FieldLines.Builder fields = FieldLines.builder().add(FieldName.CONTENT_TYPE, type);
    if (variant.coding() != ContentCoding.IDENTITY) {
      fields.add(FieldName.CONTENT_ENCODING, variant.coding().token());
    }
    Instant modified = variant.lastModified();
    fields
        .add(FieldName.ETAG, variant.tag().toString())
        // A time after that of the response would be a lie (RFC 9110 §8.8.2.1).
        .add(FieldName.LAST_MODIFIED, HttpDate.format(modified.isAfter(now) ? now : modified))
        .add(FieldName.ACCEPT_RANGES, "bytes");
    if (selection.varies()) {
      fields.add(FieldName.VARY, FieldName.ACCEPT_ENCODING);
    }
    ResourcePath path = selection.path();
    if (settings.attachments().contains(path.extension()) || isDownload(selection)) {
      fields.add(FieldName.CONTENT_DISPOSITION, ContentDisposition.attachment(path.name()));
    }
    return fields.build();
  }

  /** Whether the query says {@code download}, with a value or without. */
  private static boolean isDownload(Selection selection) {
    return selection.request().head().target().queryParameter("download").isPresent();
  }
}
