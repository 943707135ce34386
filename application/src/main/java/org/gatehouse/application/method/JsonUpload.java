package org.gatehouse.application.method;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.application.json.JsonWriter;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.application.port.out.JsonSyntax;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.route.Allow;
import org.gatehouse.application.route.ExchangeHandler;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Takes JSON and keeps it under a generated name in the folder {@code uploads} (RFC 9110 §9.3.3).
 *
 * <p>The content is staged as it comes and judged when it is complete, so that its length, and that
 * of any string in it, costs no memory. What is not JSON leaves no trace.
 */
public final class JsonUpload implements ExchangeHandler {
  private static final ResourcePath FOLDER = ResourcePath.of("uploads");
  private static final Refusal NOT_JSON =
      Refusal.of(
          Status.UNSUPPORTED_MEDIA_TYPE,
          "only JSON in UTF-8 is taken here: Content-Type",
          FieldName.ACCEPT,
          MediaType.JSON.toString());

  private final Mount mount;
  private final JsonSyntax syntax;
  private final Refusals refusals;
  private final GeneratedNames names;
  private final WriteChecks checks;
  private final Creation creation;
  private final Set<Method> methods;
  private final Response options;

  /**
   * An upload of JSON into a repository.
   *
   * @param mount the repository, as clients see it
   * @param settings what the operator chose for resources
   * @param etags remembers the tags that were seen
   * @param clock for generated names
   * @param ids for generated names
   * @param syntax tells what is JSON
   * @param refusals makes the error responses
   */
  public JsonUpload(
      Mount mount,
      ResourceSettings settings,
      ETagStore etags,
      Clock clock,
      IdSource ids,
      JsonSyntax syntax,
      Refusals refusals) {
    WriteRules rules = new WriteRules(mount, etags, clock);
    this.mount = mount;
    this.syntax = syntax;
    this.refusals = refusals;
    this.names = new GeneratedNames(clock, ids);
    this.checks = new WriteChecks(mount, settings, rules);
    this.creation = new Creation(mount, rules);
    this.methods = Collections.unmodifiableSet(methods(settings.writes()));
    this.options = Allow.options(methods);
  }

  private static Set<Method> methods(WritePolicy writes) {
    return writes == WritePolicy.OFF
        ? EnumSet.of(Method.OPTIONS)
        : EnumSet.of(Method.POST, Method.OPTIONS);
  }

  @Override
  public Set<Method> methods(Request request) {
    return methods;
  }

  @Override
  public Decision handle(Request request) {
    if (request.method() == Method.OPTIONS) {
      return Decision.answer(options);
    }
    Optional<Refusal> refusal = checks.ofHead(request).or(() -> ofType(request));
    return refusal
        .map(reason -> refuse(request, reason))
        .orElseGet(() -> Decision.later(() -> stage(request)));
  }

  private static Optional<Refusal> ofType(Request request) {
    return request
            .fields()
            .first(FieldName.CONTENT_TYPE)
            .flatMap(MediaType::parse)
            .filter(JsonUpload::isTaken)
            .isPresent()
        ? Optional.empty()
        : Optional.of(NOT_JSON);
  }

  /** JSON has no charset parameter (RFC 8259 §11); one that says what is so anyway does no harm. */
  private static boolean isTaken(MediaType type) {
    return type.isJson() && type.parameter("charset").filter(c -> !isUtf8(c)).isEmpty();
  }

  private static boolean isUtf8(String charset) {
    return charset.equalsIgnoreCase(StandardCharsets.UTF_8.name());
  }

  private Decision stage(Request request) {
    ResourcePath path = FOLDER.child(names.nextUpload());
    return checks
        .ofStorage(request, path, request.path())
        .map(refusal -> refuse(request, refusal))
        .orElseGet(
            () -> {
              Upload upload = mount.repository().stage(path);
              return Decision.receive(new ContentUpload(upload, staged -> store(request, staged)));
            });
  }

  private Response store(Request request, Upload staged) {
    Optional<JsonSyntax.Fault> fault = syntax.fault(staged.content());
    return fault.isPresent()
        ? refusals.of(request, refusal(fault.get()))
        : creation.generated(
            () -> FOLDER.child(names.nextUpload()),
            staged,
            JsonUpload::created,
            refusal -> refusals.of(request, refusal));
  }

  private static Refusal refusal(JsonSyntax.Fault fault) {
    String where = " at line " + fault.line() + ", column " + fault.column();
    return Refusal.of(
        Status.BAD_REQUEST,
        switch (fault.kind()) {
          case SYNTAX -> "the content is not JSON: its syntax breaks" + where;
          case ENCODING -> "the content is not JSON: it stops to be UTF-8" + where;
          case TOO_DEEP ->
              "the content is nested deeper than " + JsonSyntax.DEEPEST + " levels" + where;
          case TOO_LONG -> "the content has a number or a name that is too long" + where;
        });
  }

  private static Response created(Creation.Created created) {
    String location = created.path().encoded();
    JsonWriter json =
        new JsonWriter()
            .object()
            .member("status", "success")
            .member("filepath", location)
            .endObject();
    FieldLines fields =
        FieldLines.builder()
            .add(FieldName.CONTENT_TYPE, MediaType.JSON.toString())
            .add(FieldName.LOCATION, location)
            .add(FieldName.ETAG, created.state().tag().toString())
            .build();
    return Response.of(Status.CREATED, fields, Body.of(json.toBytes()));
  }

  private Decision refuse(Request request, Refusal refusal) {
    return Decision.answer(refusals.of(request, refusal));
  }
}
