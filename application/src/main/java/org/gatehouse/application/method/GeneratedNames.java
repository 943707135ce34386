package org.gatehouse.application.method;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Names for content that comes without one: {@code 20260330T100222Z-k3v9x2.json}, or {@code
 * upload_20260330_100222_k3v9.json} where nobody names a type. The time is UTC.
 */
final class GeneratedNames {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter UPLOAD =
      DateTimeFormatter.ofPattern("'upload_'uuuuMMdd'_'HHmmss'_'").withZone(ZoneOffset.UTC);
  private static final int UPLOAD_LETTERS = 4;

  /** Of a type unknown or unnamed a recipient may think as of this one (RFC 9110 §8.3). */
  private static final String UNKNOWN = "bin";

  /** The extensions that are given, where a type has several the one that people know. */
  private static final String EXTENSIONS =
      """
      html txt css csv md js ics vcf vtt tsv json jsonld geojson webmanifest xml rss atom yaml toml
      sql wasm rtf pdf zip gz zst bz2 xz 7z tar jar epub doc xls ppt docx xlsx pptx odt ods
      png jpg gif webp avif bmp tiff svg ico mp3 ogg wav flac aac m4a mid mp4 webm ogv mov avi mkv
      mpeg woff woff2 ttf otf\
      """;

  private static final Map<String, String> BY_TYPE = byType();

  private final Clock clock;
  private final IdSource ids;

  GeneratedNames(Clock clock, IdSource ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** The table that serves resources, read the other way round. */
  private static Map<String, String> byType() {
    Map<String, String> extensions = new HashMap<>();
    for (String extension : EXTENSIONS.split("\\s")) {
      MediaType type = MediaTypes.broad().of(ResourcePath.of("x." + extension)).orElseThrow();
      extensions.put(type.essence(), extension);
    }
    return Map.copyOf(extensions);
  }

  /** A name that nobody else will be given, with the extension of a content type. */
  String next(Optional<MediaType> type) {
    String extension = type.map(MediaType::essence).map(BY_TYPE::get).orElse(UNKNOWN);
    return SECOND.format(clock.now()) + "-" + ids.token() + "." + extension;
  }

  /** A name for JSON, short enough to be read out; within a second another may be given it too. */
  String nextUpload() {
    String token = ids.token();
    String letters = token.substring(token.length() - UPLOAD_LETTERS);
    return UPLOAD.format(clock.now()) + letters + ".json";
  }
}
