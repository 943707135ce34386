package org.gatehouse.application.listing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.negotiation.Accept;

/** The forms in which a folder can be had. */
enum FolderFormat {
  HTML(MediaType.HTML),
  JSON(MediaType.JSON),
  ZIP(new MediaType("application", "zip"));

  private static final String PARAMETER = "format";

  private final MediaType type;

  FolderFormat(MediaType type) {
    this.type = type;
  }

  String contentType() {
    return type.toString();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What {@code ?format=} takes. */
  static String words() {
    return Arrays.stream(values()).map(FolderFormat::word).collect(Collectors.joining(", "));
  }

  /** Whether the query names a format, be it one that there is not. */
  static boolean isNamedBy(Request request) {
    return request.head().target().queryParameter(PARAMETER).isPresent();
  }

  /**
   * The format that the query names, else JSON if Accept prefers that, else HTML. An archive is for
   * those only who name it.
   *
   * @return empty if the query names one that there is not
   */
  static Optional<FolderFormat> askedBy(Request request) {
    Optional<String> named = request.head().target().queryParameter(PARAMETER);
    if (named.isPresent()) {
      return Arrays.stream(values()).filter(format -> format.word().equals(named.get())).findAny();
    }
    Accept accept = Accept.of(request.fields().combined(FieldName.ACCEPT));
    boolean json = accept.preferenceFor(JSON.type) > accept.preferenceFor(HTML.type);
    return Optional.of(json ? JSON : HTML);
  }
}
