package org.gatehouse.adapter.filesystem;

import java.nio.ByteBuffer;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.out.Upload;

/** An upload that keeps its content in another, and differs in how that is put under its path. */
abstract class ForwardingUpload implements Upload {
  /** What keeps the content. */
  final Upload upload;

  ForwardingUpload(Upload upload) {
    this.upload = upload;
  }

  @Override
  public final void write(ByteBuffer content) {
    upload.write(content);
  }

  @Override
  public final Slice content() {
    return upload.content();
  }

  @Override
  public final void close() {
    upload.close();
  }
}
