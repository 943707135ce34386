package org.gatehouse.application.method;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;

/**
 * Takes a form and keeps the files in it. Once something is wrong, what was staged is thrown away
 * and the rest of the content is passed over, so that the client, who is still sending, reads the
 * answer.
 */
final class FormUpload implements ContentReceiver, FormDataReader.Parts {
  private final FormDataReader reader;
  private final FormFiles files;
  private final Supplier<Response> commit;
  private final Function<Refusal, Response> refused;
  private Optional<Refusal> refusal = Optional.empty();
  private boolean inFile;

  /**
   * A receiver.
   *
   * @param boundary of the form
   * @param files where they go; closed in the end, whatever the end
   * @param commit makes the files visible, and the answer
   * @param refused makes the answer that refuses
   */
  FormUpload(
      String boundary,
      FormFiles files,
      Supplier<Response> commit,
      Function<Refusal, Response> refused) {
    this.reader = new FormDataReader(boundary, this);
    this.files = files;
    this.commit = commit;
    this.refused = refused;
  }

  @Override
  public void accept(ByteBuffer content) {
    if (refusal.isEmpty()) {
      reader.read(content);
      reader.fault().ifPresent(fault -> refuse(fault.refusal()));
    }
  }

  @Override
  public void begin(FormPart part) {
    Optional<String> name = part.fileName();
    inFile = name.isPresent();
    if (refusal.isEmpty()) {
      name.flatMap(files::begin).ifPresent(this::refuse);
    }
  }

  @Override
  public void octets(ByteBuffer octets) {
    if (inFile && refusal.isEmpty()) {
      files.write(octets);
    }
  }

  @Override
  public void end() {
    inFile = false;
  }

  /** The first reason counts. */
  private void refuse(Refusal reason) {
    if (refusal.isEmpty()) {
      refusal = Optional.of(reason);
      files.close();
    }
  }

  @Override
  public Decision complete() {
    try {
      if (!reader.isComplete()) {
        refuse(FormFault.ENDS_EARLY.refusal());
      } else if (files.isEmpty()) {
        refuse(FormFault.NO_FILE.refusal());
      }
      return Decision.answer(refusal.map(refused).orElseGet(commit));
    } finally {
      files.close();
    }
  }

  @Override
  public void abort() {
    files.close();
  }
}
