package org.gatehouse.bootstrap.doctor;

import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Writing;

/** Who may write, and from where. */
final class WriteCheck implements Check {

  @Override
  public void examine(Configuration configuration, Findings findings) {
    Writing writing = configuration.writing();
    boolean near = configuration.listening().address().isLoopbackAddress();
    boolean nobody = writing.credentials().areNone();
    if (writing.policy() == WritePolicy.OFF) {
      findings.ok("nobody may write");
    } else if (writing.policy() == WritePolicy.OPEN && !near) {
      findings.warning(
          "everyone who reaches the server may write",
          "Strangers will find it, and keep their files here.",
          "say --writes authenticated or off");
    } else if (writing.policy() == WritePolicy.OPEN) {
      findings.ok("everyone on this machine may write");
    } else if (nobody) {
      findings.note(
          "nobody may write or delete",
          "Both take credentials, and there are none: they are answered 401.",
          "set --auth-file, or HTTP_AUTH_USER and HTTP_AUTH_PASS; or say --writes off");
    } else {
      findings.ok("whoever has credentials may write");
    }
    if (!near && !nobody) {
      findings.warning(
          "credentials travel in the open",
          "This server speaks no TLS, and Basic authentication sends the password with each"
              + " request: whoever is on the way reads it.",
          "bind to 127.0.0.1 behind a proxy that speaks TLS");
    }
    if (!near && !nobody && !writing.backoff()) {
      findings.note(
          "--auth-backoff off",
          "Whoever guesses passwords is not slowed down.",
          "leave it out, unless a proxy in front does so");
    }
  }
}
