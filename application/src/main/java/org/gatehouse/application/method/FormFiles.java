package org.gatehouse.application.method;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.domain.target.ResourcePath;

/**
 * The files of one form: each is staged as it comes and all are committed, in order, when the form
 * is complete. A form that is refused before that leaves nothing. Should storage fail at one of
 * several commits, those before it stay, as they would have if each had been sent by itself.
 */
final class FormFiles implements AutoCloseable {
  private final Mount mount;
  private final ResourcePath folder;
  private final WriteChecks checks;
  private final Creation creation;
  private final List<Staged> staged = new ArrayList<>();
  private final List<Creation.Created> created = new ArrayList<>();

  private record Staged(ResourcePath path, Upload upload) {}

  /**
   * No files yet.
   *
   * @param folder the path, inside the repository, of the folder they go to
   */
  FormFiles(Mount mount, ResourcePath folder, WriteChecks checks, Creation creation) {
    this.mount = mount;
    this.folder = folder;
    this.checks = checks;
    this.creation = creation;
  }

  /** Begins a file; empty unless it may not be stored. */
  Optional<Refusal> begin(String name) {
    if (!ResourcePath.isName(name)) {
      return Optional.of(FormFault.ILLEGAL_NAME.refusal());
    }
    ResourcePath path = folder.child(name);
    Optional<Refusal> refusal = checks.ofNewName(path);
    if (refusal.isEmpty()) {
      staged.add(new Staged(path, mount.repository().stage(path)));
    }
    return refusal;
  }

  /** Adds octets to the file that was begun last. */
  void write(ByteBuffer octets) {
    staged.get(staged.size() - 1).upload().write(octets);
  }

  boolean isEmpty() {
    return staged.isEmpty();
  }

  /** Makes them visible one after another; empty if all are. */
  Optional<Refusal> commit() {
    for (Staged file : staged) {
      Optional<Refusal> refusal =
          creation.named(
              file.path(),
              file.upload(),
              made -> {
                created.add(made);
                return Optional.empty();
              },
              Optional::of);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /** What was made, in the order of the form. */
  List<Creation.Created> created() {
    return created;
  }

  /** Throws away what is not committed. Closing again does nothing. */
  @Override
  public void close() {
    staged.forEach(file -> file.upload().close());
  }
}
