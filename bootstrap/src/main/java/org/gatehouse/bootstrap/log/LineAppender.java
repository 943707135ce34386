package org.gatehouse.bootstrap.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/** Hands logback's events to a writer. */
final class LineAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
  private final LineWriter<ILoggingEvent> writer;

  LineAppender(LineWriter<ILoggingEvent> writer) {
    this.writer = writer;
  }

  @Override
  protected void append(ILoggingEvent event) {
    // What the message is made of may have changed when the writer comes to it.
    event.prepareForDeferredProcessing();
    writer.take(event);
  }
}
