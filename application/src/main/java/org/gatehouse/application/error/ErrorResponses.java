package org.gatehouse.application.error;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.application.json.JsonWriter;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.LogText;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Makes the response for a refusal: HTML for a browser, problem details for a client that prefers
 * JSON, else a line of text. A 404 names the path that was asked for.
 *
 * <p>The form depends on Accept, so the response says {@code Vary: Accept} (RFC 9110 §12.5.5).
 * Content is made for HEAD too, as its length has to be told; whoever finishes the response
 * withholds it.
 */
public final class ErrorResponses implements Refusals {

  @Override
  public Response of(Request request, Refusal refusal) {
    ErrorForm form = ErrorForm.preferredBy(request.fields());
    Optional<ResourcePath> missing =
        refusal.status() == Status.NOT_FOUND ? Optional.of(request.path()) : Optional.empty();
    String content =
        switch (form) {
          case HTML -> html(refusal, missing, request.id());
          case PROBLEM -> problem(refusal, missing, request.id());
          case TEXT -> text(refusal, missing, request.id());
        };
    return response(refusal, form, content);
  }

  /** The response for a refusal of what never became a request: a line of text. */
  public Response of(String requestId, Refusal refusal) {
    return response(refusal, ErrorForm.TEXT, text(refusal, Optional.empty(), requestId));
  }

  private static Response response(Refusal refusal, ErrorForm form, String content) {
    FieldLines fields =
        FieldLines.builder()
            .add(FieldName.CONTENT_TYPE, form.contentType())
            .add(FieldName.VARY, FieldName.ACCEPT)
            .build()
            .with(refusal.fields());
    Body body = Body.of(content.getBytes(StandardCharsets.UTF_8));
    return Response.of(refusal.status(), fields, body).because(refusal.reason());
  }

  private static String html(Refusal refusal, Optional<ResourcePath> missing, String id) {
    return ErrorPage.of(refusal.status(), refusal.reason(), missing.map(ErrorResponses::shown), id);
  }

  private static String problem(Refusal refusal, Optional<ResourcePath> missing, String id) {
    String path = missing.map(asked -> " " + shown(asked)).orElse("");
    JsonWriter json =
        new JsonWriter()
            .object()
            .member("type", "about:blank")
            .member("title", refusal.status().reason())
            .member("status", refusal.status().code())
            .member("detail", refusal.reason() + path);
    missing.ifPresent(asked -> json.member("instance", asked.encoded()));
    return json.member("request_id", id).endObject() + "\n";
  }

  private static String text(Refusal refusal, Optional<ResourcePath> missing, String id) {
    String path = missing.map(asked -> " " + LogText.escape(shown(asked))).orElse("");
    return refusal.status() + ": " + refusal.reason() + path + " (request " + id + ")\n";
  }

  /** The path as a person reads it; one that reads like another stays encoded. */
  private static String shown(ResourcePath path) {
    return path.isAddressable() ? path.toString() : path.encoded();
  }
}
