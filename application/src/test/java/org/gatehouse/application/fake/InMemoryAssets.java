package org.gatehouse.application.fake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Asset;
import org.gatehouse.application.port.out.Assets;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.media.MediaType;

/** Assets from a table of names and texts; "coded" is a text that was given for it. */
public final class InMemoryAssets implements Assets {
  private final Map<String, Asset> known = new TreeMap<>();
  private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

  /** Adds an asset with one form. */
  public InMemoryAssets add(String name, MediaType type, String content) {
    known.put(name, asset(name, type, content, Optional.empty()));
    return this;
  }

  /** Adds an asset that can be had as gzip as well. */
  public InMemoryAssets add(String name, MediaType type, String content, String coded) {
    known.put(name, asset(name, type, content, Optional.of(part(coded))));
    return this;
  }

  private static Asset asset(String name, MediaType type, String content, Optional<Part> coded) {
    String tag = name + "-" + Integer.toHexString(content.hashCode());
    return new Asset(type.withCharset(), new EntityTag(false, tag), part(content), coded);
  }

  private static Part part(String content) {
    return Part.shared(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Set<String> names() {
    return Set.copyOf(known.keySet());
  }

  @Override
  public Optional<Asset> peek(String name) {
    return Optional.ofNullable(loaded.get(name));
  }

  @Override
  public Asset load(String name) {
    if (!known.containsKey(name)) {
      throw new IllegalArgumentException("not built in: " + name);
    }
    return loaded.computeIfAbsent(name, known::get);
  }
}
