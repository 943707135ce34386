package org.gatehouse.benchmarks.compare;

import static org.gatehouse.benchmarks.compare.Contender.FLOOR;
import static org.gatehouse.benchmarks.compare.Contender.GATEHOUSE;
import static org.gatehouse.benchmarks.compare.Contender.GATEHOUSE_LOGGED;
import static org.gatehouse.benchmarks.compare.Contender.GATEHOUSE_UNSYNCED;
import static org.gatehouse.benchmarks.compare.Contender.JETTY;
import static org.gatehouse.benchmarks.compare.Contender.LIGHTTPD;
import static org.gatehouse.benchmarks.compare.Contender.NETTY;
import static org.gatehouse.benchmarks.compare.Contender.NGINX;
import static org.gatehouse.benchmarks.compare.Contender.NGINX_CACHED;
import static org.gatehouse.benchmarks.compare.Contender.NGINX_LOGGED;
import static org.gatehouse.benchmarks.compare.Contender.NGINX_SPARING;

import java.util.List;
import java.util.Map;

/** What is asked, by how many at once, of whom, and how it is measured. */
enum Scenario {
  SMALL("1k-64", "1 KiB, 64 connections", 64, Ask.get(Site.SMALL)),
  SMALL_1000("1k-1000", "1 KiB, 1,000 connections", 1000, Ask.get(Site.SMALL)),
  BROWSER("browser", "1 KiB, fields of a browser", 64, Ask.get(Site.SMALL).withAll(browser())),
  MEDIUM("64k", "64 KiB", 64, Ask.get(Site.MEDIUM)),
  LARGE("100m", "100 MiB, 4 connections", 4, Ask.get(Site.LARGE)),
  CLOSE("close", "1 KiB, a connection each", 64, Ask.get(Site.SMALL).with("Connection", "close")),
  PIPELINE("pipeline", "1 KiB, 16 pipelined", 64, Ask.get(Site.SMALL).by("pipeline.lua")),
  NOT_MODIFIED("304", "304", 64, Ask.get(Site.SMALL).with("If-None-Match", Ask.TAG)),
  GZIP("gzip", "100 KiB as gzip", 64, Ask.get(Site.TEXT).with("Accept-Encoding", "gzip")),
  RANGE("range", "1 KiB of 100 MiB", 64, Ask.get(Site.LARGE).with("Range", Site.middleRange())),
  SMALL_10000("1k-10000", "1 KiB, 9,990 connections", 9990, Ask.get(Site.SMALL)),
  PUT("put", "PUT 64 KiB", 64, Ask.get(Site.MEDIUM).by("put.lua")),
  MIX("mix", "80% 1 KiB, 15% 64 KiB, 5% 304", 64, Ask.get(Site.SMALL).by("mix.lua")),
  LOGGED("logged", "1 KiB, with a log", 64, Ask.get(Site.SMALL)),
  START("start", "Start", 1, Ask.get(Site.SMALL)),
  IDLE("idle", "9,990 idle connections", 9990, Ask.get(Site.SMALL));

  private static final List<Contender> ALL =
      List.of(FLOOR, GATEHOUSE, NGINX, NGINX_CACHED, NGINX_SPARING, LIGHTTPD, JETTY, NETTY);

  private final String id;
  private final String title;
  private final int connections;
  private final Ask ask;

  Scenario(String id, String title, int connections, Ask ask) {
    this.id = id;
    this.title = title;
    this.connections = connections;
    this.ask = ask;
  }

  /** What Firefox sends for a picture of a page, and a cookie. */
  private static Map<String, String> browser() {
    return Map.of(
        "User-Agent",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Accept",
        "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
        "Accept-Language",
        "en-GB,en;q=0.7,de;q=0.3",
        "Accept-Encoding",
        "gzip, deflate, br, zstd",
        "Referer",
        "http://127.0.0.1/page.html",
        "Cookie",
        "id=6f1c2a9e-5d43-4b8c-9a11-0f2c7f0d9c55; theme=dark; seen=1",
        "Sec-Fetch-Dest",
        "image",
        "Sec-Fetch-Mode",
        "no-cors",
        "Sec-Fetch-Site",
        "same-origin",
        "Priority",
        "u=5, i");
  }

  /** Its name on the command line. */
  String id() {
    return id;
  }

  /** Its name in tables. */
  String title() {
    return title;
  }

  int connections() {
    return connections;
  }

  /**
   * The shortest turn that tells anything, in seconds: so many connections take time to open, and
   * of so large an answer the end of a turn cuts much off.
   */
  int shortestTurn() {
    return switch (this) {
      case SMALL_10000, IDLE -> 10;
      case LARGE -> 6;
      default -> 1;
    };
  }

  Ask ask() {
    return ask;
  }

  /** What every server has to answer to one such request. */
  Answer answer() {
    return switch (this) {
      case NOT_MODIFIED -> new Answer("304 Not Modified", new byte[0]);
      case RANGE -> new Answer("206 Partial Content", Site.middle());
      default -> new Answer("200 OK", Site.content(ask.path()));
    };
  }

  /** Who takes part: the floor only where the same octets, always, are an answer. */
  List<Contender> contenders() {
    return switch (this) {
      case LARGE, GZIP, MIX -> ALL.stream().filter(contender -> contender != FLOOR).toList();
      case PUT -> List.of(GATEHOUSE, GATEHOUSE_UNSYNCED, NGINX, NGINX_SPARING, LIGHTTPD);
      case LOGGED -> List.of(GATEHOUSE_LOGGED, NGINX_LOGGED);
      default -> ALL;
    };
  }

  /** Whom the others are compared with. */
  Contender baseline() {
    return this == LOGGED ? NGINX_LOGGED : NGINX;
  }

  /** Which of Gatehouse's is compared with the peers. */
  Contender ours() {
    return switch (this) {
      case PUT -> GATEHOUSE_UNSYNCED;
      case LOGGED -> GATEHOUSE_LOGGED;
      default -> GATEHOUSE;
    };
  }

  /** The figure that says most. */
  Figure mainFigure() {
    return switch (this) {
      case START -> Figure.START;
      case IDLE -> Figure.PER_CONNECTION;
      default -> Figure.REQUESTS;
    };
  }

  /** How it is measured. */
  Race race() {
    return switch (this) {
      case START -> new StartRace();
      case IDLE -> new IdleRace();
      default -> new LoadRace();
    };
  }
}
