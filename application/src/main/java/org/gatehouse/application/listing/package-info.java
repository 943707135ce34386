/**
 * What is shown of a folder: a page, JSON, an archive ({@code --listing}, RFC 9110 §3.2, §12).
 *
 * <p>Invariants: a folder is shown only if it is listed and exists; nothing is shown that a GET
 * would not give; the content is complete, with a known length and a true tag, before the response
 * begins; memory does not grow with the folder.
 *
 * <p>What {@link org.gatehouse.application.listing.ListingPage} promises to the style sheet and the
 * script, {@code /.gatehouse/listing.css} and {@code /.gatehouse/listing.js}:
 *
 * <ul>
 *   <li>{@code body[data-path]}: the folder's path, percent-encoded, with a slash at both ends. To
 *       it an upload goes, and behind it comes the percent-encoded name of a new resource.
 *   <li>{@code body[data-writes]}: {@code open} for everyone, {@code authenticated} for those with
 *       credentials, {@code off} for nobody.
 *   <li>{@code body[data-methods]}: the methods that a resource in this folder takes, as Allow has
 *       them: {@code GET, HEAD, POST, PUT, DELETE, OPTIONS}.
 *   <li>{@code body[data-delete]}: {@code credentials} where DELETE is taken, and then always with
 *       credentials; else {@code off}.
 *   <li>{@code header > nav[aria-label="Breadcrumbs"] > ol > li}: each with an {@code a}, the last
 *       with {@code aria-current="page"}, or with a {@code span} for a folder that is not listed.
 *   <li>In {@code main}, in this order: {@code h1}; {@code form.search} (GET) with {@code input#q}
 *       and the hidden {@code sort} and {@code order}; {@code
 *       p.summary[role=status][data-complete=true|false]} (whether all that was found is shown);
 *       {@code table.listing}; {@code p.formats} with two links; {@code form.upload} (POST,
 *       multipart/form-data) with {@code input#files[name=file][multiple]} and a {@code button},
 *       which is missing where writes are off.
 *   <li>{@code table.listing} has a {@code caption}, in {@code thead} one row of three {@code
 *       th[scope=col][data-key=name|size|time]}, each with a link, the sorted one with {@code
 *       aria-sort="ascending|descending"}, and a {@code tbody}, which may be empty.
 *   <li>A row is {@code tr[data-kind=file][data-size=octets]} or {@code tr[data-kind=folder]}, with
 *       {@code th[scope=row] > a[href] > bdi} (the name; of a folder, with a slash behind it),
 *       {@code td} (the size for people, empty for a folder) and {@code td > time[datetime]}. The
 *       link is an absolute path.
 * </ul>
 */
package org.gatehouse.application.listing;
