package org.gatehouse.domain.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The decoded path of a resource: segments between slashes, and whether it names a folder.
 *
 * <p>A path that exists is valid: decoded once, UTF-8, without dot segments or control characters.
 * A segment may hold a slash or a backslash that was encoded, or be empty; such a path {@linkplain
 * #isAddressable() addresses nothing} and no repository needs to be asked for it.
 */
public final class ResourcePath {
  /** The root folder. */
  public static final ResourcePath ROOT = new ResourcePath(List.of(), true, "/");

  /** The one hidden name that is meant for the public (RFC 8615). */
  private static final String WELL_KNOWN = ".well-known";

  private final List<String> segments;
  private final boolean folder;
  private final boolean addressable;
  private final String text;
  private final String extension;

  ResourcePath(List<String> segments, boolean folder) {
    this(segments, folder, text(segments, folder));
  }

  /** A path of valid segments whose text is known already. */
  ResourcePath(List<String> segments, boolean folder, String text) {
    this.segments = segments;
    this.folder = folder;
    this.addressable = areAddressable(segments);
    this.text = text;
    this.extension = extension(name());
  }

  private static String text(List<String> segments, boolean folder) {
    String names = "/" + String.join("/", segments);
    return folder && !segments.isEmpty() ? names + "/" : names;
  }

  private static boolean areAddressable(List<String> segments) {
    for (int i = 0; i < segments.size(); i++) {
      if (!Segment.isAddressable(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What became of reading a path. */
  public sealed interface Parsed permits PathParser.Valid, PathParser.Refused {
    /** Calls the function that fits. */
    <T> T match(Function<ResourcePath, T> valid, Function<Fault, T> fault);
  }

  /** Why a path was refused. */
  public enum Fault {
    /** A {@code .} or {@code ..} segment, plain or encoded. */
    DOT_SEGMENT,
    /**
     * A broken triplet, octets that are not UTF-8, a control character, a raw backslash, or no
     * slash at the beginning. Goes before a dot segment where both are there.
     */
    MALFORMED
  }

  /** Reads the path of a request target, percent-encoding and all (RFC 3986 §2.1, §3.3). */
  public static Parsed parse(String rawPath) {
    return PathParser.parse(rawPath);
  }

  /**
   * The path of these names, for code that knows them, such as a generated name; without names the
   * root.
   *
   * @throws IllegalArgumentException if one is not {@linkplain #isName a name}
   */
  public static ResourcePath of(String... names) {
    ResourcePath path = ROOT;
    for (String name : names) {
      path = path.child(name);
    }
    return path;
  }

  /**
   * Whether the text can be one segment that addresses something: no dot segment, not empty,
   * without separators, control characters and lone surrogates.
   */
  public static boolean isName(String text) {
    return Segment.isAddressable(text)
        && !Segment.isDots(text)
        && !Segment.hasControl(text)
        && Segment.isUnicode(text);
  }

  /** The decoded names, from the root down. */
  public List<String> segments() {
    return segments;
  }

  /** Whether the path ends in a slash (the root does). */
  public boolean isFolder() {
    return folder;
  }

  /** Whether something can have this path at all: no segment is empty or holds a separator. */
  public boolean isAddressable() {
    return addressable;
  }

  /** Whether a name begins with a dot, {@code .well-known} at the top apart (RFC 8615). */
  public boolean isHidden() {
    for (int i = 0; i < segments.size(); i++) {
      String name = segments.get(i);
      if (name.startsWith(".") && !(i == 0 && name.equals(WELL_KNOWN))) {
        return true;
      }
    }
    return false;
  }

  /** The last name; empty for the root. */
  public String name() {
    return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
  }

  /** The part of the name after its last dot, in lower case; empty without one. */
  public String extension() {
    return extension;
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * The path of a name below this one, taken as a folder.
   *
   * @throws IllegalArgumentException if it is not {@linkplain #isName a name}
   */
  public ResourcePath child(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a name");
    }
    List<String> longer = new ArrayList<>(segments);
    longer.add(name);
    return new ResourcePath(List.copyOf(longer), false);
  }

  /**
   * The path with another last name, without a slash at the end.
   *
   * @throws IllegalArgumentException if it is not {@linkplain #isName a name}, or this is the root,
   *     which has no last name
   */
  public ResourcePath sibling(String name) {
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("the root has no sibling");
    }
    return new ResourcePath(segments.subList(0, segments.size() - 1), true).child(name);
  }

  /** The same names with a slash at the end. */
  public ResourcePath asFolder() {
    return folder ? this : new ResourcePath(segments, true);
  }

  /** The path as it stands in a URI: every segment percent-encoded. */
  public String encoded() {
    StringBuilder uri = new StringBuilder(text.length() + 16);
    for (String segment : segments) {
      uri.append('/').append(PercentEncoding.encodeSegment(segment));
    }
    return folder ? uri.append('/').toString() : uri.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResourcePath that
        && folder == that.folder
        && segments.equals(that.segments);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The decoded path, {@code /docs/report.txt}: what the stores and logs call the resource. */
  @Override
  public String toString() {
    return text;
  }
}
