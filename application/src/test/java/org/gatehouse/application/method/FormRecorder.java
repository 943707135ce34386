package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a form reader gives out. */
final class FormRecorder implements FormDataReader.Parts {
  final List<Part> parts = new ArrayList<>();
  final FormDataReader reader;
  private FormPart current;
  private StringBuilder content;
  int mostPassed;

  /** A complete part; its content in ISO-8859-1, so that no octet is lost. */
  record Part(String fileName, String content) {}

  FormRecorder(String boundary) {
    reader = new FormDataReader(boundary, this);
  }

  /** What one reading made of a form. */
  record Reading(List<Part> parts, String end) {}

  /** Reads a form in pieces of these sizes in turn, the last of them again and again. */
  static Reading read(String boundary, byte[] form, int... sizes) {
    FormRecorder recorder = new FormRecorder(boundary);
    int piece = 0;
    for (int at = 0; at < form.length; ) {
      int size = Math.min(sizes[Math.min(piece++, sizes.length - 1)], form.length - at);
      recorder.reader.read(ByteBuffer.wrap(form, at, size).slice().asReadOnlyBuffer());
      at += size;
    }
    String end =
        recorder
            .reader
            .fault()
            .map(FormFault::name)
            .orElse(recorder.reader.isComplete() ? "complete" : "incomplete");
    return new Reading(recorder.parts, end);
  }

  @Override
  public void begin(FormPart part) {
    assertNull(current, "a part ends before the next begins");
    current = part;
    content = new StringBuilder();
  }

  @Override
  public void octets(ByteBuffer octets) {
    byte[] copy = new byte[octets.remaining()];
    octets.get(copy);
    content.append(new String(copy, StandardCharsets.ISO_8859_1));
    mostPassed = Math.max(mostPassed, copy.length);
  }

  @Override
  public void end() {
    parts.add(new Part(current.fileName().orElse("-"), content.toString()));
    current = null;
  }
}
