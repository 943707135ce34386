package org.gatehouse.application.method;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatehouse.application.json.JsonWriter;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.negotiation.Accept;
import org.gatehouse.domain.target.ResourcePath;

/** The short answers to writes that succeeded (RFC 9110 §9.3.4, §9.3.5, §15.3.2). */
final class WriteAnswers {
  private WriteAnswers() {}

  /** 201, with where it is and the tag it has there. */
  static Response created(ResourcePath path, ResourceState state) {
    String location = path.encoded();
    FieldLines fields =
        FieldLines.of(FieldName.LOCATION, location, FieldName.ETAG, state.tag().toString());
    return text(Status.CREATED, "created " + location, fields);
  }

  /**
   * 201, with where the first is and a list of all: in JSON, or as a page for the browser that sent
   * a form.
   */
  static Response created(Request request, List<Creation.Created> all) {
    Accept accept = Accept.of(request.fields().combined(FieldName.ACCEPT));
    boolean page = accept.preferenceFor(MediaType.HTML) > accept.preferenceFor(MediaType.JSON);
    return page ? CreatedPage.of(request, all) : created(all);
  }

  private static Response created(List<Creation.Created> all) {
    JsonWriter json = new JsonWriter().object().array("files");
    for (Creation.Created each : all) {
      String location = each.path().encoded();
      json.object().member("name", each.path().name()).member("location", location).endObject();
    }
    FieldLines fields =
        FieldLines.of(
            FieldName.CONTENT_TYPE,
            MediaType.JSON.toString(),
            FieldName.LOCATION,
            all.get(0).path().encoded());
    return Response.of(Status.CREATED, fields, Body.of(json.endArray().endObject().toBytes()));
  }

  /** 200, with the new tag. */
  static Response replaced(ResourcePath path, ResourceState state) {
    FieldLines fields = FieldLines.of(FieldName.ETAG, state.tag().toString());
    return text(Status.OK, "replaced " + path.encoded(), fields);
  }

  /** 200. */
  static Response removed(ResourcePath path) {
    return text(Status.OK, "deleted " + path.encoded(), FieldLines.empty());
  }

  /** A line of text in ASCII. */
  static Response text(Status status, String line, FieldLines fields) {
    byte[] content = (line + "\n").getBytes(StandardCharsets.US_ASCII);
    return Response.of(
        status,
        FieldLines.of(FieldName.CONTENT_TYPE, MediaType.TEXT.toString()).with(fields),
        Body.of(content));
  }
}
