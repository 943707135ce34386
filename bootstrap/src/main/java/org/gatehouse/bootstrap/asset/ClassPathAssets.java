package org.gatehouse.bootstrap.asset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Asset;
import org.gatehouse.application.port.out.Assets;
import org.gatehouse.application.port.out.ContentCoder;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.StorageFailure.Kind;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;

/** Built-in files from the class path, tagged with a hash of their content. */
public final class ClassPathAssets implements Assets {
  private static final String OWN = "/org/gatehouse/bootstrap/asset/";
  private static final String LICENSES = "/META-INF/licenses/";
  private static final WebJar UPLOT = new WebJar("uplot");

  /** A hash half as long identifies a file as well. */
  private static final int TAG_OCTETS = 16;

  private static final List<String> OWN_FILES =
      List.of(
          "icon.svg",
          "file.svg",
          "folder.svg",
          "dashboard.html",
          "dashboard.css",
          "dashboard.js",
          "listing.css",
          "listing.js",
          "listing-credentials.js",
          "listing-delete.js",
          "listing-page.js",
          "listing-preview.js",
          "listing-rows.js",
          "listing-upload.js");

  /** Where each file is. */
  private static final Map<String, Location> LOCATIONS = locations();

  private final ContentCoder coder;
  private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

  /** Tells where on the class path a file is. */
  @FunctionalInterface
  private interface Location {
    String path() throws IOException;
  }

  private static Map<String, Location> locations() {
    Map<String, Location> locations = new HashMap<>();
    OWN_FILES.forEach(name -> locations.put(name, () -> OWN + name));
    locations.put("uplot.css", () -> UPLOT.path("dist/uPlot.min.css"));
    locations.put("uplot.js", () -> UPLOT.path("dist/uPlot.iife.min.js"));
    locations.put("uplot-license.txt", () -> LICENSES + "uplot/LICENSE");
    locations.put("license.txt", () -> LICENSES + "gatehouse/LICENSE");
    return Collections.unmodifiableMap(locations);
  }

  /**
   * The files, none of them loaded yet.
   *
   * @param coder makes gzip of them
   */
  public ClassPathAssets(ContentCoder coder) {
    this.coder = coder;
  }

  @Override
  public Set<String> names() {
    return LOCATIONS.keySet();
  }

  @Override
  public Optional<Asset> peek(String name) {
    return Optional.ofNullable(loaded.get(name));
  }

  @Override
  public Asset load(String name) {
    return loaded.computeIfAbsent(name, this::read);
  }

  private Asset read(String name) {
    Location location = LOCATIONS.get(name);
    if (location == null) {
      throw new IllegalArgumentException("not built in: " + name);
    }
    byte[] content = octets(location);
    MediaType type = MediaTypes.broad().of(ResourcePath.of(name)).orElseThrow().withCharset();
    byte[] coded = coder.encode(ContentCoding.GZIP, content);
    return new Asset(
        type,
        tag(content),
        shared(content),
        coded.length < content.length ? Optional.of(shared(coded)) : Optional.empty());
  }

  private static byte[] octets(Location location) {
    try (InputStream stream = ClassPathAssets.class.getResourceAsStream(location.path())) {
      if (stream == null) {
        throw new IOException("nothing at " + location.path());
      }
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new StorageFailure(Kind.BROKEN, "a built-in file cannot be read", broken);
    }
  }

  private static EntityTag tag(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return new EntityTag(false, HexFormat.of().formatHex(hash, 0, TAG_OCTETS));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static Part shared(byte[] octets) {
    return Part.shared(ByteBuffer.wrap(octets));
  }
}
