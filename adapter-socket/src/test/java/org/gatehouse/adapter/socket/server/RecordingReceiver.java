package org.gatehouse.adapter.socket.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;

/** Keeps what it is given, and answers with it. */
class RecordingReceiver implements ContentReceiver {
  final ByteArrayOutputStream content = new ByteArrayOutputStream();
  final CountDownLatch accepted = new CountDownLatch(1);
  final CountDownLatch completed = new CountDownLatch(1);
  final CountDownLatch aborted = new CountDownLatch(1);

  @Override
  public void accept(ByteBuffer octets) {
    byte[] copy = new byte[octets.remaining()];
    octets.get(copy);
    content.writeBytes(copy);
    accepted.countDown();
  }

  @Override
  public Decision complete() {
    completed.countDown();
    return Decision.answer(ScriptedOrigin.ok(content.toString(StandardCharsets.ISO_8859_1)));
  }

  @Override
  public void abort() {
    aborted.countDown();
  }
}
