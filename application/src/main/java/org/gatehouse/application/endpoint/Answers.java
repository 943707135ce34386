package org.gatehouse.application.endpoint;

import java.nio.charset.StandardCharsets;
import org.gatehouse.application.json.JsonWriter;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.message.Status;

/** The responses of endpoints: made anew for each request, so no cache shall keep them. */
public final class Answers {
  private static final FieldLines TEXT = fields(MediaType.TEXT);
  private static final FieldLines JSON = fields(MediaType.JSON);

  private Answers() {}

  private static FieldLines fields(MediaType type) {
    return FieldLines.of(
        FieldName.CONTENT_TYPE, type.toString(), FieldName.CACHE_CONTROL, "no-store");
  }

  /** A text, 200. */
  public static Response text(String content) {
    return text(content.getBytes(StandardCharsets.UTF_8));
  }

  /** A text in UTF-8, 200. */
  public static Response text(byte[] content) {
    return Response.of(Status.OK, TEXT, Body.of(content));
  }

  /** A JSON text. */
  public static Response json(Status status, JsonWriter content) {
    return Response.of(status, JSON, Body.of(content.toBytes()));
  }
}
