package org.gatehouse.application.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.out.JsonSyntax;

/**
 * The grammar of RFC 8259 read by recursive descent over the whole text: what an adapter with a
 * library is compared with. Longer numbers and names than others take are fine here.
 */
public final class RecursiveJsonSyntax implements JsonSyntax {
  private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\r]*");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern STRING =
      Pattern.compile("\"([^\"\\\\\\x00-\\x1f]|\\\\([\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"");
  private static final Pattern WORD = Pattern.compile("true|false|null");

  @Override
  public Optional<Fault> fault(Slice content) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(octets(content)).toString();
    } catch (CharacterCodingException notUtf8) {
      return Optional.of(new Fault(Kind.ENCODING, 1, 1));
    }
    Reading reading = new Reading(text);
    try {
      reading.value(0);
      if (reading.at < text.length()) {
        throw new Broken(Kind.SYNTAX);
      }
      return Optional.empty();
    } catch (Broken broken) {
      return Optional.of(reading.fault(broken.kind));
    }
  }

  private static ByteBuffer octets(Slice content) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try {
      for (long at = 0; at < content.length(); ) {
        at += content.transferTo(at, content.length() - at, Channels.newChannel(octets));
      }
      return ByteBuffer.wrap(octets.toByteArray());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    private final Kind kind;

    private Broken(Kind kind) {
      this.kind = kind;
    }
  }

  private static final class Reading {
    private final String text;
    private int at;

    private Reading(String text) {
      this.text = text;
    }

    private void value(int depth) throws Broken {
      space();
      if (skips("{")) {
        members(depth + 1);
      } else if (skips("[")) {
        elements(depth + 1);
      } else if (!matches(STRING) && !matches(NUMBER) && !matches(WORD)) {
        throw new Broken(Kind.SYNTAX);
      }
      space();
    }

    private void members(int depth) throws Broken {
      limit(depth);
      space();
      if (skips("}")) {
        return;
      }
      do {
        space();
        require(matches(STRING));
        space();
        require(skips(":"));
        value(depth);
      } while (skips(","));
      require(skips("}"));
    }

    private void elements(int depth) throws Broken {
      limit(depth);
      space();
      if (skips("]")) {
        return;
      }
      do {
        value(depth);
      } while (skips(","));
      require(skips("]"));
    }

    private static void limit(int depth) throws Broken {
      if (depth > DEEPEST) {
        throw new Broken(Kind.TOO_DEEP);
      }
    }

    private static void require(boolean grammar) throws Broken {
      if (!grammar) {
        throw new Broken(Kind.SYNTAX);
      }
    }

    private void space() {
      matches(SPACE);
    }

    private boolean skips(String literal) {
      boolean there = text.startsWith(literal, at);
      at += there ? literal.length() : 0;
      return there;
    }

    private boolean matches(Pattern pattern) {
      Matcher matcher = pattern.matcher(text).region(at, text.length());
      boolean there = matcher.lookingAt();
      at = there ? matcher.end() : at;
      return there;
    }

    private Fault fault(Kind kind) {
      long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
      return new Fault(kind, line, at - text.lastIndexOf('\n', at - 1));
    }
  }
}
