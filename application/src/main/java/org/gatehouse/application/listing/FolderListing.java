package org.gatehouse.application.listing;

import java.util.Optional;
import java.util.function.Consumer;
import org.gatehouse.application.method.FolderView;
import org.gatehouse.application.method.Mount;
import org.gatehouse.application.method.ResourceSettings;
import org.gatehouse.application.method.ResourceSettings.Posting;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Archiver;
import org.gatehouse.application.port.out.Spool;
import org.gatehouse.application.route.FormatParameter;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.negotiation.AcceptEncoding;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Shows the folders of one repository that are listed: as a page, as JSON, as an archive.
 *
 * <p>The whole content is made before the response begins, so its length and its tag are true. Safe
 * for use by several threads.
 */
public final class FolderListing implements FolderView {
  /** What a page shows; whoever wants to see more searches, or takes JSON. */
  static final int MOST_ROWS = 10_000;

  /** How many names of a folder are looked at: JSON of more is refused. */
  static final int MOST_ENTRIES = 250_000;

  private static final Refusal UNKNOWN_FORMAT =
      Refusal.of(Status.BAD_REQUEST, "the format is one of " + FolderFormat.words());
  private static final Refusal MISSING = Refusal.of(Status.NOT_FOUND, "there is no such resource");
  private static final Refusal UNREADABLE =
      Refusal.of(Status.FORBIDDEN, "this folder may not be read");
  private static final Refusal TOO_MANY =
      Refusal.of(
          Status.FORBIDDEN, "the folder holds more than " + MOST_ENTRIES + " entries to be listed");
  private static final Refusal NOT_ACCEPTABLE =
      Refusal.of(
          Status.NOT_ACCEPTABLE,
          "a listing cannot be had in any content coding that the request accepts",
          FieldName.VARY,
          FieldName.ACCEPT_ENCODING);

  private final Mount mount;
  private final ResourceSettings settings;
  private final ListedFolders listed;
  private final Spool spool;
  private final Refusals refusals;
  private final FolderContents contents;
  private final ListingDelivery delivery;
  private final FolderArchive archives;

  /**
   * The folders of a repository.
   *
   * @param mount the repository and where it hangs
   * @param settings what the operator chose for its resources
   * @param listed which folders are shown, by their paths as clients know them
   * @param spool keeps what is made
   * @param archiver packs archives
   * @param refusals makes the error responses
   */
  public FolderListing(
      Mount mount,
      ResourceSettings settings,
      ListedFolders listed,
      Spool spool,
      Archiver archiver,
      Refusals refusals) {
    this.mount = mount;
    this.settings = settings;
    this.listed = listed;
    this.spool = spool;
    this.refusals = refusals;
    this.contents = new FolderContents(mount, settings);
    this.delivery = new ListingDelivery(refusals);
    this.archives = new FolderArchive(mount.repository(), contents, archiver, refusals);
  }

  @Override
  public boolean shows(ResourcePath folder) {
    return listed.covers(folder);
  }

  /** Where a name is overwritten by whoever posts it, nobody's index may stand for the folder. */
  @Override
  public boolean goesBeforeIndex(Request request) {
    return settings.posting() == Posting.OVERWRITE || FormatParameter.isIn(request);
  }

  @Override
  public Decision show(Request request) {
    Response response = response(request);
    return Decision.answer(request.method() == Method.HEAD ? response.withoutContent() : response);
  }

  private Response response(Request request) {
    ResourcePath folder = mount.inside(request.path());
    Optional<FolderFormat> format = FolderFormat.askedBy(request);
    Optional<Refusal> refusal =
        absence(request, folder)
            .or(() -> format.isEmpty() ? Optional.of(UNKNOWN_FORMAT) : coding(request));
    if (refusal.isPresent()) {
      return refusals.of(request, refusal.get());
    }
    return switch (format.orElseThrow()) {
      case HTML -> made(request, FolderFormat.HTML, text -> writePage(request, folder, text));
      case JSON -> json(request, folder);
      case ZIP -> archives.of(request, folder);
    };
  }

  /** Why there is no folder to be shown. */
  private Optional<Refusal> absence(Request request, ResourcePath folder) {
    return mount
        .repository()
        .find(folder)
        .match(
            resource -> Optional.of(MISSING),
            why ->
                switch (why) {
                  case FOLDER -> Optional.empty();
                  case MISSING ->
                      isEmptyDropFolder(request) ? Optional.empty() : Optional.of(MISSING);
                  case DENIED -> Optional.of(UNREADABLE);
                });
  }

  /** Where people drop files, the folder that was named is there before the first of them. */
  private boolean isEmptyDropFolder(Request request) {
    return settings.posting() == Posting.OVERWRITE && listed.roots().contains(request.path());
  }

  private static Optional<Refusal> coding(Request request) {
    Optional<String> accepted = request.fields().combined(FieldName.ACCEPT_ENCODING);
    return AcceptEncoding.of(accepted).allowsIdentity()
        ? Optional.empty()
        : Optional.of(NOT_ACCEPTABLE);
  }

  private Response made(Request request, FolderFormat format, Consumer<ListingText> writer) {
    try (Spool.Draft draft = spool.begin()) {
      ListingText text = new ListingText(draft);
      writer.accept(text);
      return delivery.of(request, format, text.finish());
    }
  }

  private void writePage(Request request, ResourcePath folder, ListingText text) {
    ListingQuery query = ListingQuery.of(request.head().target());
    FirstRows rows = new FirstRows(MOST_ROWS, query.order().comparator());
    boolean complete =
        contents.forEach(
            folder,
            MOST_ENTRIES,
            child -> {
              if (query.finds(child)) {
                rows.add(child);
              }
            });
    new ListingPage(request.path(), listed, query, settings)
        .write(text, rows.sorted(), rows.seen(), complete);
  }

  private Response json(Request request, ResourcePath folder) {
    ListingQuery query = ListingQuery.of(request.head().target());
    try (Spool.Draft draft = spool.begin()) {
      ListingText text = new ListingText(draft);
      ListingJson json = new ListingJson(text, request.path());
      boolean complete =
          contents.forEach(
              folder,
              MOST_ENTRIES,
              child -> {
                if (query.finds(child)) {
                  json.add(child);
                }
              });
      return complete
          ? delivery.of(request, FolderFormat.JSON, json.end().finish())
          : refusals.of(request, TOO_MANY);
    }
  }
}
