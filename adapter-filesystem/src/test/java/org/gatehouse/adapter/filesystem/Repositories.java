package org.gatehouse.adapter.filesystem;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.application.contract.Octets;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;

/** The words in which the tests of this module speak to a repository. */
final class Repositories {
  static final WriteRule ALWAYS =
      current -> Optional.of(current.map(r -> r.state().modified()).orElse(Instant.EPOCH));

  private Repositories() {}

  static ResourcePath path(String text) {
    return ResourcePath.parse(text)
        .match(
            path -> path,
            fault -> {
              throw new AssertionError(text + ": " + fault);
            });
  }

  static WriteOutcome put(ResourceRepository repository, String path, String text) {
    return put(repository, path, text, ALWAYS);
  }

  static WriteOutcome put(ResourceRepository repository, String path, String text, WriteRule rule) {
    try (Upload upload = staged(repository, path, text)) {
      return upload.replace(path(path), rule);
    }
  }

  static WriteOutcome create(ResourceRepository repository, String path, String text) {
    try (Upload upload = staged(repository, path, text)) {
      return upload.create(path(path), ALWAYS);
    }
  }

  static Upload staged(ResourceRepository repository, String path, String text) {
    Upload upload = repository.stage(path(path));
    try {
      upload.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      return upload;
    } catch (RuntimeException e) {
      upload.close();
      throw e;
    }
  }

  static WriteOutcome remove(ResourceRepository repository, String path) {
    return repository.remove(path(path), ALWAYS);
  }

  static Lookup look(ResourceRepository repository, String path) {
    return repository.peek(path(path)).orElseGet(() -> repository.find(path(path)));
  }

  /** The text of a path, or why there is none. */
  static String read(ResourceRepository repository, String path) {
    return look(repository, path)
        .match(found -> text(found, ContentCoding.IDENTITY), Lookup.Absence::name);
  }

  static Resource found(ResourceRepository repository, String path) {
    return look(repository, path)
        .match(
            found -> found,
            absence -> {
              throw new AssertionError(path + " is " + absence);
            });
  }

  static String text(Resource resource, ContentCoding coding) {
    return new String(octets(resource, coding), StandardCharsets.UTF_8);
  }

  static byte[] octets(Resource resource, ContentCoding coding) {
    try (Representation opened = resource.open(coding).orElseThrow()) {
      return Octets.of(opened);
    }
  }
}
