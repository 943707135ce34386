package org.gatehouse.application.listing;

import org.gatehouse.application.json.JsonWriter;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.domain.target.ResourcePath;

/** Writes a folder as JSON, entry by entry. */
final class ListingJson {
  private final ListingText text;
  private boolean first = true;

  /** Begins the listing of a folder. */
  ListingJson(ListingText text, ResourcePath folder) {
    this.text = text;
    String head = new JsonWriter().object().member("path", folder.toString()).toString();
    text.add(head + ",\"entries\":[");
  }

  /** Adds an entry; a folder has no size and no tag. */
  void add(Child child) {
    JsonWriter json =
        new JsonWriter()
            .object()
            .member("name", child.name())
            .member("type", child.isFolder() ? "folder" : "file");
    if (!child.isFolder()) {
      json.member("size", child.state().size());
    }
    json.member("mtime", child.state().modified().toString());
    child.tag().ifPresent(tag -> json.member("etag", tag.toString()));
    text.add(first ? "\n" : ",\n").add(json.endObject().toString());
    first = false;
  }

  /** Ends the listing. */
  ListingText end() {
    return text.add("\n]}\n");
  }
}
