package org.gatehouse.application;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;

/**
 * A receiver whose content is counted, and whose last decision is completed as any other of the
 * exchange.
 */
record CompletingReceiver(
    ContentReceiver receiver, IntConsumer counter, UnaryOperator<Decision> completion)
    implements ContentReceiver {

  @Override
  public void accept(ByteBuffer content) {
    counter.accept(content.remaining());
    receiver.accept(content);
  }

  @Override
  public Decision complete() {
    return completion.apply(receiver.complete());
  }

  @Override
  public long held() {
    return receiver.held();
  }

  @Override
  public void abort() {
    receiver.abort();
  }
}
