package org.gatehouse.benchmarks.compare;

import java.io.IOException;
import java.util.List;

/** Who takes part. Each knows the command that starts it in a {@link Place}. */
enum Contender {
  FLOOR("floor", "floor", JavaServers::floor),
  GATEHOUSE("gatehouse", "Gatehouse", JavaServers::gatehouse),
  GATEHOUSE_UNSYNCED("gatehouse-unsynced", "Gatehouse, --sync never", JavaServers::unsynced),
  GATEHOUSE_LOGGED("gatehouse-logged", "Gatehouse, log level 0", JavaServers::logged),
  NGINX("nginx", "nginx", NativeServers::nginx),
  NGINX_CACHED("nginx-cached", "nginx, open_file_cache", NativeServers::nginxCached),
  NGINX_SPARING("nginx-sparing", "nginx, open_file_cache, cores − 1", NativeServers::nginxSparing),
  NGINX_LOGGED("nginx-logged", "nginx, access_log", NativeServers::nginxLogged),
  LIGHTTPD("lighttpd", "lighttpd", NativeServers::lighttpd),
  JETTY("jetty", "Jetty", JavaServers::jetty),
  NETTY("netty", "Netty", JavaServers::netty);

  /** Prepares a place and tells what to run there. */
  private interface Launch {
    List<String> command(Place place, Answer answer) throws IOException;
  }

  private final String id;
  private final String title;
  private final Launch launch;

  Contender(String id, String title, Launch launch) {
    this.id = id;
    this.title = title;
    this.launch = launch;
  }

  /** Its name on the command line. */
  String id() {
    return id;
  }

  /** Its name in tables. */
  String title() {
    return title;
  }

  /**
   * Prepares the place and gives the command that serves there, in the foreground.
   *
   * @param answer what will be asked for: the floor knows no other
   */
  List<String> command(Place place, Answer answer) throws IOException {
    return launch.command(place, answer);
  }
}
