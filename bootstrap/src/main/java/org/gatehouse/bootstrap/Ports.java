package org.gatehouse.bootstrap;

import java.util.List;
import java.util.Optional;
import org.gatehouse.application.guard.Guard;
import org.gatehouse.application.port.out.Archiver;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.ContentCoder;
import org.gatehouse.application.port.out.CookieLedger;
import org.gatehouse.application.port.out.CredentialStore;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.Exposition;
import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.application.port.out.JsonSyntax;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.Spool;
import org.gatehouse.application.route.Route;

/**
 * What whoever assembles a server brings along: adapters that stand in for the server's own, which
 * he closes himself, and guards and routes beside them.
 *
 * @param resources instead of the folder of {@code --root}
 * @param etags instead of {@code etag.csv}
 * @param cookies instead of {@code cookies.txt}
 * @param credentials instead of {@code --auth} and {@code --auth-file}
 * @param clock instead of the machine's
 * @param ids instead of random ones
 * @param json instead of Jackson
 * @param gzip instead of the JDK's
 * @param exposition instead of the Prometheus client
 * @param spool instead of files without a name
 * @param archiver instead of ZIP
 * @param guards asked behind the server's own
 * @param routes tried before the endpoints
 * @param memory whether tags for which nothing is brought are kept in memory, and ids in cookies
 *     not at all, instead of in the var folder
 */
record Ports(
    Optional<ResourceRepository> resources,
    Optional<ETagStore> etags,
    Optional<CookieLedger> cookies,
    Optional<CredentialStore> credentials,
    Optional<Clock> clock,
    Optional<IdSource> ids,
    Optional<JsonSyntax> json,
    Optional<ContentCoder> gzip,
    Optional<Exposition> exposition,
    Optional<Spool> spool,
    Optional<Archiver> archiver,
    List<Guard> guards,
    List<Route> routes,
    boolean memory) {

  /** Copies the lists. */
  Ports {
    guards = List.copyOf(guards);
    routes = List.copyOf(routes);
  }

  /** Nothing: the server runs on its own adapters alone. */
  static Ports none() {
    return new Ports(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        false);
  }
}
