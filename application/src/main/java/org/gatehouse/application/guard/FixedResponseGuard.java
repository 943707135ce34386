package org.gatehouse.application.guard;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Answers for the two files that every visitor asks for, where the root has none of them, so that a
 * new server greets instead of failing. The only guard that looks into the repository.
 */
public final class FixedResponseGuard implements Guard {
  private static final ResourcePath ICON = ResourcePath.of("favicon.ico");
  private static final ResourcePath INDEX = ResourcePath.of("index.html");

  /** The file in whose stead a path is answered. */
  private static final Map<ResourcePath, ResourcePath> FILES =
      Map.of(ResourcePath.ROOT, INDEX, ICON, ICON);

  private static final Map<ResourcePath, ResourcePath> ICON_ONLY = Map.of(ICON, ICON);

  private static final FieldLines FIELDS =
      FieldLines.of(FieldName.CONTENT_TYPE, MediaType.TEXT.toString());
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

  private final ResourceRepository repository;
  private final Map<ResourcePath, ResourcePath> files;

  /**
   * A guard that asks this repository for the files.
   *
   * @param greets whether it answers for the root, which otherwise shows what is in it
   */
  public FixedResponseGuard(ResourceRepository repository, boolean greets) {
    this.repository = repository;
    this.files = greets ? FILES : ICON_ONLY;
  }

  @Override
  public boolean waits(Request request) {
    ResourcePath file = fileFor(request);
    return file != null && repository.peek(file).isEmpty();
  }

  @Override
  public Verdict check(Request request) {
    ResourcePath file = fileFor(request);
    if (file == null) {
      return Verdict.pass();
    }
    Optional<Lookup> known = repository.peek(file);
    Lookup found = known.isPresent() ? known.get() : repository.find(file);
    return found.match(resource -> Verdict.pass(), FixedResponseGuard::inSteadOf);
  }

  private ResourcePath fileFor(Request request) {
    return request.method().retrieves() ? files.get(request.path()) : null;
  }

  /** A file that may not be read is there: whoever answers for it says so. */
  private static Verdict inSteadOf(Lookup.Absence absence) {
    return switch (absence) {
      case MISSING, FOLDER -> Verdict.answer(Response.of(Status.OK, FIELDS, Body.of(HELLO)));
      case DENIED -> Verdict.pass();
    };
  }
}
