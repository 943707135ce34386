package org.gatehouse.application.method;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Upload;

/** Takes the content of a request as the content of one resource. */
final class ContentUpload implements ContentReceiver {
  private final Upload upload;
  private final Function<Upload, Response> commit;

  /**
   * A receiver.
   *
   * @param upload where the content goes; closed in the end, whatever the end
   * @param commit what to do with the upload once the content is complete
   */
  ContentUpload(Upload upload, Function<Upload, Response> commit) {
    this.upload = upload;
    this.commit = commit;
  }

  @Override
  public void accept(ByteBuffer content) {
    upload.write(content);
  }

  @Override
  public Decision complete() {
    try {
      return Decision.answer(commit.apply(upload));
    } finally {
      upload.close();
    }
  }

  @Override
  public void abort() {
    upload.close();
  }
}
