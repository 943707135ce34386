package org.gatehouse.application.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Asset;
import org.gatehouse.application.port.out.Assets;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Trait;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.conditional.Preconditions;
import org.gatehouse.domain.conditional.Validators;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.negotiation.AcceptEncoding;
import org.gatehouse.domain.negotiation.ContentCoding;

/**
 * Serves the files that are built into the server, for its own pages: by name below {@value
 * #FOLDER}, and one of them as the page {@code /dashboard}.
 *
 * <p>Every copy is to be validated before it is used again ({@code Cache-Control: no-cache}): names
 * stay when the server is replaced by a newer one, and a page must never meet the script of another
 * version. With a strong tag that costs a 304.
 */
public final class AssetEndpoint {
  private static final String FOLDER = "/.gatehouse/";
  private static final String DASHBOARD = "dashboard.html";

  /** What the server's own pages may do: load from this server, and nothing inline. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Stands for a modification time where no condition asks for one. */
  private static final Instant NEVER_ASKED = Instant.EPOCH;

  private static final Refusal MISSING =
      Refusal.of(Status.NOT_FOUND, "no such file is built into this server");
  private static final Refusal NOT_ACCEPTABLE =
      Refusal.of(
          Status.NOT_ACCEPTABLE,
          "the file can be had plain or as gzip, and as neither here",
          FieldName.VARY,
          FieldName.ACCEPT_ENCODING);
  private static final Refusal PRECONDITION_FAILED =
      Refusal.of(
          Status.PRECONDITION_FAILED, "the file is not the one that the request makes a condition");

  private final Assets assets;
  private final Refusals refusals;

  /**
   * An endpoint.
   *
   * @param assets the files
   * @param refusals makes error responses
   */
  public AssetEndpoint(Assets assets, Refusals refusals) {
    this.assets = assets;
    this.refusals = refusals;
  }

  /** The route of the files. */
  public Route files() {
    return Route.of(FOLDER + "{name}", Endpoint.reading(this::file), Trait.UNCOUNTED);
  }

  /** The route of the page with the figures. */
  public Route dashboard() {
    return Route.of(
        "/dashboard", Endpoint.reading(request -> answer(request, DASHBOARD)), Trait.UNCOUNTED);
  }

  private Decision file(Request request) {
    String name = request.path().toString().substring(FOLDER.length());
    return assets.names().contains(name) ? answer(request, name) : refuse(request, MISSING);
  }

  private Decision answer(Request request, String name) {
    Optional<Asset> known = assets.peek(name);
    return known.isPresent()
        ? deliver(request, known.get())
        : Decision.later(() -> deliver(request, assets.load(name)));
  }

  private Decision deliver(Request request, Asset asset) {
    AcceptEncoding accepted =
        AcceptEncoding.of(request.fields().combined(FieldName.ACCEPT_ENCODING));
    Optional<ContentCoding> coding = accepted.choose(asset.codings());
    return coding.isPresent()
        ? deliver(request, asset, coding.get())
        : refuse(request, NOT_ACCEPTABLE);
  }

  private Decision deliver(Request request, Asset asset, ContentCoding coding) {
    FieldLines described = described(asset.tag(coding));
    return switch (preconditions(request).evaluate(validators(asset, coding))) {
      case PROCEED -> Decision.answer(whole(asset, coding, described));
      case NOT_MODIFIED ->
          Decision.answer(Response.of(Status.NOT_MODIFIED, described, Body.none()));
      case PRECONDITION_FAILED -> refuse(request, PRECONDITION_FAILED);
    };
  }

  /**
   * The conditions on tags. What is built in has no modification time, so conditions on one are
   * ignored (RFC 9110 §13.1.3, §13.1.4).
   */
  private static Preconditions preconditions(Request request) {
    FieldLines.Builder onTags = FieldLines.builder();
    for (String name : List.of(FieldName.IF_MATCH, FieldName.IF_NONE_MATCH)) {
      request.fields().combined(name).ifPresent(tags -> onTags.add(name, tags));
    }
    return Preconditions.of(request.method(), onTags.build(), request.received());
  }

  private static Optional<Validators> validators(Asset asset, ContentCoding coding) {
    List<EntityTag> current = asset.codings().stream().map(asset::tag).toList();
    return Optional.of(new Validators(asset.tag(coding), current, NEVER_ASKED));
  }

  private static FieldLines described(EntityTag tag) {
    return FieldLines.of(
        FieldName.ETAG,
        tag.toString(),
        FieldName.CACHE_CONTROL,
        "no-cache",
        FieldName.VARY,
        FieldName.ACCEPT_ENCODING);
  }

  private static Response whole(Asset asset, ContentCoding coding, FieldLines described) {
    FieldLines.Builder fields =
        FieldLines.builder()
            .add(FieldName.CONTENT_TYPE, asset.type().toString())
            .add(FieldName.CONTENT_SECURITY_POLICY, POLICY)
            .add(FieldName.REFERRER_POLICY, "no-referrer")
            .add(described);
    if (coding != ContentCoding.IDENTITY) {
      fields.add(FieldName.CONTENT_ENCODING, coding.token());
    }
    return Response.of(Status.OK, fields.build(), Body.of(asset.content(coding)));
  }

  private Decision refuse(Request request, Refusal refusal) {
    return Decision.answer(refusals.of(request, refusal));
  }
}
