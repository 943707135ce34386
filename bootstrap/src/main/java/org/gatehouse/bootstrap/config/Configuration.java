package org.gatehouse.bootstrap.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.application.endpoint.EndpointName;
import org.gatehouse.application.listing.ListedFolders;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.bootstrap.log.AccessFormat;
import org.gatehouse.bootstrap.log.LogStream;
import org.gatehouse.domain.credentials.BasicCredentials;
import org.gatehouse.domain.media.MediaTypes;

/**
 * All that a server runs with.
 *
 * @param listening where it listens
 * @param site what it serves
 * @param writing who may write
 * @param limits how much of everything it takes
 * @param times how long it waits
 * @param logging what it logs
 * @param var the folder for logs and stores
 */
public record Configuration(
    Listening listening,
    Site site,
    Writing writing,
    Limits limits,
    Times times,
    Logging logging,
    Path var) {

  /**
   * Where the server listens.
   *
   * @param address the address, maybe that of all interfaces
   * @param port 0 to 65535; 0 picks a free one
   * @param hosts the hosts that a request may ask for, in lower case, without port; empty for any
   */
  public record Listening(InetAddress address, int port, Set<String> hosts) {
    /** Copies the set. */
    public Listening {
      hosts = Set.copyOf(hosts);
    }

    /** Address and port in one. */
    public InetSocketAddress socketAddress() {
      return new InetSocketAddress(address, port);
    }

    /** Where a client on this machine finds the server that listens on a port of this address. */
    public URI uri(int bound) {
      // A socket that listens on every address listens on this one, for IPv6's wildcard too.
      String reachable = address.isAnyLocalAddress() ? "127.0.0.1" : host();
      return URI.create("http://" + reachable + ":" + bound + "/");
    }

    /** The address as the host of a URI. */
    public String host() {
      return UriHost.of(address);
    }
  }

  /**
   * What the server serves.
   *
   * @param root the folder of the resources
   * @param directory the folder behind {@code /files/}; empty for {@code files} under the root
   * @param endpoints those that are on
   * @param types the media types by extension
   * @param dotfiles whether names that begin with a dot are served
   * @param attachments the extensions that are sent as a download, in lower case
   * @param redirects from a path, as it stands in a request, to where it has moved
   * @param listing the folders that are listed
   * @param cookies whether a new visitor gets an id
   * @param cacheValid how long a cached file is trusted
   */
  public record Site(
      Path root,
      Optional<Path> directory,
      Set<EndpointName> endpoints,
      MediaTypes types,
      boolean dotfiles,
      Set<String> attachments,
      Map<String, String> redirects,
      ListedFolders listing,
      boolean cookies,
      Duration cacheValid) {
    /** Copies the collections. */
    public Site {
      endpoints = Set.copyOf(endpoints);
      attachments = Set.copyOf(attachments);
      redirects = Map.copyOf(redirects);
    }
  }

  /**
   * Who may write, and how.
   *
   * @param policy who
   * @param credentials those that are accepted
   * @param backoff whether an address that presents wrong credentials has to wait
   * @param sync whether a write is forced to the disk before it is answered
   */
  public record Writing(
      WritePolicy policy, Credentials credentials, boolean backoff, boolean sync) {}

  /**
   * Whose credentials are accepted: at most one of both. Without any, what takes credentials is
   * refused.
   *
   * @param user the only one there is
   * @param file where several are
   */
  public record Credentials(Optional<BasicCredentials> user, Optional<Path> file) {

    /** Whether nobody's are. */
    public boolean areNone() {
      return user.isEmpty() && file.isEmpty();
    }
  }

  /**
   * How much of everything.
   *
   * @param loops threads that serve connections
   * @param workers threads that wait for storage
   * @param queue tasks that may wait for one of them
   * @param connections that may be open
   * @param requestsPerConnection that one connection may send
   * @param target octets of a request target
   * @param fieldSection octets of a field section
   * @param content octets of a request's content
   */
  public record Limits(
      int loops,
      int workers,
      int queue,
      int connections,
      int requestsPerConnection,
      int target,
      int fieldSection,
      long content) {}

  /**
   * How long.
   *
   * @param idle a connection may wait for its next request
   * @param header a head may take
   * @param body content may stall
   * @param write a client may take nothing
   * @param shutdown what is in flight may take when the server stops
   * @param drainDelay the server goes on before it stops
   */
  public record Times(
      Duration idle,
      Duration header,
      Duration body,
      Duration write,
      Duration shutdown,
      Duration drainDelay) {}

  /**
   * What is logged.
   *
   * @param stream the log that is written
   * @param access how the access log is written; empty for none
   * @param expiry how old a log may be at the start
   */
  public record Logging(LogStream stream, Optional<AccessFormat> access, Duration expiry) {}
}
