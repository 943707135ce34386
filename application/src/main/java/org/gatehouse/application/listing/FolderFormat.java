package org.gatehouse.application.listing;

import java.util.Optional;
import org.gatehouse.application.route.FormatParameter;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.negotiation.Accept;

/** The forms in which a folder can be had. */
enum FolderFormat {
  HTML(MediaType.HTML),
  JSON(MediaType.JSON),
  ZIP(new MediaType("application", "zip"));

  private static final FormatParameter<FolderFormat> PARAMETER = new FormatParameter<>(values());

  private final MediaType type;

  FolderFormat(MediaType type) {
    this.type = type;
  }

  String contentType() {
    return type.toString();
  }

  /** What {@code ?format=} takes. */
  static String words() {
    return PARAMETER.words();
  }

  /**
   * The format that the query names, else JSON if Accept prefers that, else HTML. An archive is for
   * those only who name it.
   *
   * @return empty if the query names one that there is not
   */
  static Optional<FolderFormat> askedBy(Request request) {
    return PARAMETER.askedBy(request, FolderFormat::preferredBy);
  }

  private static FolderFormat preferredBy(Accept accept) {
    return accept.preferenceFor(JSON.type) > accept.preferenceFor(HTML.type) ? JSON : HTML;
  }
}
