package org.gatehouse.domain.media;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.domain.target.ResourcePath;

/**
 * The allow-list of media types by extension: what may be served, and under which type.
 *
 * <p>A resource whose extension is not on the list is refused (415), or sent as {@code
 * application/octet-stream} where the operator chose so.
 */
public final class MediaTypes {
  static final String TABLE =
      """
      text/html                     html htm
      text/plain                    txt text log conf ini properties
      text/css                      css
      text/csv                      csv
      text/markdown                 md markdown
      text/javascript               js mjs
      text/calendar                 ics
      text/vcard                    vcf
      text/vtt                      vtt
      text/tab-separated-values     tsv
      text/x-java-source            java
      text/x-python                 py
      text/x-c                      c h
      application/json              json map
      application/ld+json           jsonld
      application/geo+json          geojson
      application/manifest+json     webmanifest
      application/xml               xml xsl xsd
      application/xhtml+xml         xhtml
      application/rss+xml           rss
      application/atom+xml          atom
      application/yaml              yaml yml
      application/toml              toml
      application/sql               sql
      application/wasm              wasm
      application/rtf               rtf
      application/x-sh              sh
      application/pdf               pdf
      application/zip               zip
      application/gzip              gz tgz
      application/zstd              zst
      application/x-bzip2           bz2
      application/x-xz              xz
      application/x-7z-compressed   7z
      application/vnd.rar           rar
      application/x-tar             tar
      application/java-archive      jar
      application/epub+zip          epub
      application/msword            doc
      application/vnd.ms-excel      xls
      application/vnd.ms-powerpoint ppt
      application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
      application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
      application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
      application/vnd.oasis.opendocument.text odt
      application/vnd.oasis.opendocument.spreadsheet ods
      application/vnd.oasis.opendocument.presentation odp
      application/octet-stream      bin iso img dmg exe deb rpm apk br
      image/png                     png
      image/apng                    apng
      image/jpeg                    jpg jpeg
      image/gif                     gif
      image/webp                    webp
      image/avif                    avif
      image/bmp                     bmp
      image/tiff                    tif tiff
      image/svg+xml                 svg
      image/vnd.microsoft.icon      ico
      audio/mpeg                    mp3
      audio/ogg                     ogg oga opus
      audio/wav                     wav
      audio/flac                    flac
      audio/aac                     aac
      audio/mp4                     m4a
      audio/midi                    mid midi
      audio/webm                    weba
      video/mp4                     mp4 m4v
      video/webm                    webm
      video/ogg                     ogv
      video/quicktime               mov
      video/x-msvideo               avi
      video/x-matroska              mkv
      video/mpeg                    mpeg mpg
      video/3gpp                    3gp
      font/woff                     woff
      font/woff2                    woff2
      font/ttf                      ttf
      font/otf                      otf
      """;

  private static final Map<String, MediaType> BROAD = read(TABLE);

  private final Map<String, MediaType> byExtension;
  private final boolean servesUnknown;

  private MediaTypes(Map<String, MediaType> byExtension, boolean servesUnknown) {
    this.byExtension = byExtension;
    this.servesUnknown = servesUnknown;
  }

  private static Map<String, MediaType> read(String table) {
    Map<String, MediaType> types = new HashMap<>();
    for (String line : table.split("\n")) {
      String[] words = line.trim().split(" +");
      MediaType type = MediaType.parse(words[0]).orElseThrow().withCharset();
      for (int i = 1; i < words.length; i++) {
        types.put(words[i], type);
      }
    }
    return Map.copyOf(types);
  }

  /** The broad table: what people keep on a web server. */
  public static MediaTypes broad() {
    return new MediaTypes(BROAD, false);
  }

  /**
   * This table, narrowed to some extensions.
   *
   * @throws IllegalArgumentException naming an extension that the table does not have
   */
  public MediaTypes narrowedTo(Set<String> extensions) {
    Map<String, MediaType> narrowed = new HashMap<>();
    for (String extension : extensions) {
      String lower = extension.toLowerCase(Locale.ROOT);
      MediaType type = byExtension.get(lower);
      if (type == null) {
        throw new IllegalArgumentException("no media type is known for '" + extension + "'");
      }
      narrowed.put(lower, type);
    }
    return new MediaTypes(Map.copyOf(narrowed), servesUnknown);
  }

  /** This table, with everything else served as {@code application/octet-stream}. */
  public MediaTypes servingUnknown() {
    return new MediaTypes(byExtension, true);
  }

  /** The type under which a resource is served; empty if it is not to be served (415). */
  public Optional<MediaType> of(ResourcePath path) {
    MediaType type = byExtension.get(path.extension());
    if (type == null && servesUnknown) {
      return Optional.of(MediaType.OCTET_STREAM);
    }
    return Optional.ofNullable(type);
  }
}
