package org.gatehouse.application.method;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.target.ResourcePath;

/**
 * POST (RFC 9110 §9.3.3): always makes something new. To a path, it gets that name or a numbered
 * one; to a folder, a generated name or, for the files of a form, each its own (RFC 7578). A form
 * that is sent to a path is content like any other.
 *
 * <p>The preconditions speak of the target: for a folder, of the index that stands for it.
 */
final class Post {
  private static final MediaType FORM = new MediaType("multipart", "form-data");

  private final Mount mount;
  private final WriteChecks checks;
  private final WriteRules rules;
  private final GeneratedNames names;
  private final Refusals refusals;
  private final Creation creation;

  Post(Mount mount, WriteChecks checks, WriteRules rules, GeneratedNames names, Refusals refusals) {
    this.mount = mount;
    this.checks = checks;
    this.rules = rules;
    this.names = names;
    this.refusals = refusals;
    this.creation = new Creation(mount, rules);
  }

  /** Whether this is a form for a folder: its files have names of their own. */
  static boolean isFormForFolder(Request request) {
    return request.path().isFolder() && type(request).filter(FORM::isSameTypeAs).isPresent();
  }

  private static Optional<MediaType> type(Request request) {
    return request.fields().first(FieldName.CONTENT_TYPE).flatMap(MediaType::parse);
  }

  Decision decide(Request request) {
    Optional<Refusal> refusal = checks.ofHead(request);
    if (refusal.isPresent()) {
      return refuse(request, refusal.get());
    }
    ResourcePath path = mount.inside(request.path());
    return path.isFolder() ? toFolder(request, path) : toName(request, path);
  }

  private Decision toName(Request request, ResourcePath path) {
    Function<Upload, Response> commit =
        staged -> creation.atTarget(request, path, staged, Post::created, refused(request));
    return checked(request, path, path, () -> upload(path, commit));
  }

  private Decision toFolder(Request request, ResourcePath folder) {
    Optional<MediaType> type = type(request);
    ResourcePath generated = folder.child(names.next(type));
    if (type.filter(FORM::isSameTypeAs).isPresent()) {
      return form(request, folder, generated, type.get());
    }
    ResourcePath index = Get.indexOf(folder);
    Function<Upload, Response> commit =
        staged ->
            ifStill(
                request,
                index,
                () -> creation.named(generated, staged, Post::created, refused(request)));
    return checked(request, generated, index, () -> upload(generated, commit));
  }

  private Decision form(
      Request request, ResourcePath folder, ResourcePath anyName, MediaType type) {
    Optional<String> boundary = FormBoundary.of(type);
    if (boundary.isEmpty()) {
      return refuse(request, FormFault.NO_BOUNDARY.refusal());
    }
    ResourcePath index = Get.indexOf(folder);
    return checked(
        request,
        anyName,
        index,
        () -> {
          FormFiles files = new FormFiles(mount, folder, checks, creation);
          return new FormUpload(
              boundary.get(),
              files,
              () -> ifStill(request, index, () -> commit(request, files)),
              refused(request));
        });
  }

  private Response commit(Request request, FormFiles files) {
    Optional<Refusal> refusal = files.commit();
    return refusal.isPresent()
        ? refusals.of(request, refusal.get())
        : WriteAnswers.created(request, files.created());
  }

  private ContentReceiver upload(ResourcePath path, Function<Upload, Response> commit) {
    return new ContentUpload(mount.repository().stage(path), commit);
  }

  /**
   * Asks storage, and then for content.
   *
   * @param written the path that is to be written
   * @param target the path of which the preconditions speak
   */
  private Decision checked(
      Request request,
      ResourcePath written,
      ResourcePath target,
      Supplier<ContentReceiver> receiver) {
    return Decision.later(
        () ->
            checks
                .ofStorage(request, written, target)
                .map(refusal -> refuse(request, refusal))
                .orElseGet(() -> Decision.receive(receiver.get())));
  }

  /** Looks at the preconditions once more, now that the content is here. */
  private Response ifStill(Request request, ResourcePath target, Supplier<Response> commit) {
    return rules.refusal(request, target).map(refused(request)).orElseGet(commit);
  }

  private static Response created(Creation.Created created) {
    return WriteAnswers.created(created.path(), created.state());
  }

  private Function<Refusal, Response> refused(Request request) {
    return refusal -> refusals.of(request, refusal);
  }

  private Decision refuse(Request request, Refusal refusal) {
    return Decision.answer(refusals.of(request, refusal));
  }
}
