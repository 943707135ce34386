package org.gatehouse.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.application.port.out.LogText;
import org.gatehouse.bootstrap.config.Probe;

/**
 * The command that asks a running server whether it is well, for machines that run one every few
 * seconds: a container's health check needs no curl.
 *
 * <p>It speaks through {@link HttpURLConnection}: a process that asks with it and does nothing else
 * takes 60 ms, one with {@code java.net.http} 600.
 */
final class Health {
  private static final int WELL = 200;

  /** Octets of an answer that are looked at; this server's own has about a hundred. */
  private static final int LONGEST_TEXT = 1024;

  /** The member in which this server says what ails it; a longer or odder one is not shown. */
  private static final Pattern REASON =
      Pattern.compile("\"reason\"\\s*:\\s*\"([^\"\\\\]{1,200})\"");

  private final Console console;

  Health(Console console) {
    this.console = console;
  }

  /** Asks, says what is wrong if something is, and comes back with the exit code. */
  int run(Probe probe) {
    Optional<String> trouble = trouble(probe);
    trouble.ifPresent(
        words -> console.warn(probe.uri().toASCIIString() + ": " + LogText.escape(words)));
    return trouble.isEmpty() ? Main.DONE : Main.FAILED;
  }

  /** What is wrong with the server; empty if it says that all is well. */
  private static Optional<String> trouble(Probe probe) {
    HttpURLConnection connection = prepare(probe);
    // On a thread of its own: a name can take long to be found, an answer come octet by octet.
    FutureTask<Optional<String>> question = new FutureTask<>(() -> trouble(connection));
    Thread thread = new Thread(question, "health");
    thread.setDaemon(true);
    thread.start();
    try {
      return question.get(probe.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return Optional.of(late(probe));
    } catch (ExecutionException failed) {
      boolean timedOut = failed.getCause() instanceof SocketTimeoutException;
      return Optional.of(timedOut ? late(probe) : reason(failed.getCause()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    } finally {
      connection.disconnect();
    }
  }

  private static String late(Probe probe) {
    return "no answer within " + probe.timeout().toMillis() + " ms";
  }

  private static String reason(Throwable failure) {
    return failure instanceof UnknownHostException
        ? "the host is not known"
        : String.valueOf(failure.getMessage());
  }

  private static Optional<String> trouble(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status == WELL) {
      return Optional.empty();
    }
    if (status < 0) {
      return Optional.of("the answer is not HTTP");
    }
    return Optional.of("status " + status + said(connection).map(why -> ": " + why).orElse(""));
  }

  /** A connection that is not open yet. */
  private static HttpURLConnection prepare(Probe probe) {
    HttpURLConnection connection;
    try {
      connection = (HttpURLConnection) probe.uri().toURL().openConnection(Proxy.NO_PROXY);
    } catch (IOException impossible) {
      throw new UncheckedIOException("every JDK speaks http and https", impossible);
    }
    int millis = (int) Math.min(Integer.MAX_VALUE, probe.timeout().toMillis());
    connection.setConnectTimeout(millis);
    connection.setReadTimeout(millis);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Accept", "application/json");
    connection.setRequestProperty("Connection", "close");
    return connection;
  }

  /** The reason that the answer gives. */
  private static Optional<String> said(HttpURLConnection connection) throws IOException {
    try (InputStream content = connection.getErrorStream()) {
      if (content == null) {
        return Optional.empty();
      }
      String text = new String(content.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
      Matcher reason = REASON.matcher(text);
      return reason.find() ? Optional.of(reason.group(1)) : Optional.empty();
    }
  }
}
