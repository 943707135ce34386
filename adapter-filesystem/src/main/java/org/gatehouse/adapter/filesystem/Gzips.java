package org.gatehouse.adapter.filesystem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Makes gzip (RFC 1952) of resources, once for each version, and keeps what fits. The same content
 * always gives the same octets: the header has no time.
 */
final class Gzips {
  /** What a kept gzip takes beside its octets: key, resource and maps. */
  private static final int OVERHEAD = 1536;

  private final int largest;
  private final Settling settling;
  private final BoundedCache<Key, Representation> kept;
  private final ConcurrentHashMap<Key, CompletableFuture<Optional<Representation>>> making =
      new ConcurrentHashMap<>();

  /** How much may be made at once, in octets of plain content: it all has to fit into the heap. */
  private final Semaphore room;

  Gzips(MemoryLimits limits, Clock clock) {
    this.largest = limits.largestGzip();
    this.settling = new Settling(clock);
    this.kept = new BoundedCache<>(limits.entries(), limits.gzipOctets());
    this.room = new Semaphore((int) Math.min(Integer.MAX_VALUE, limits.gzipOctets()), true);
  }

  /**
   * A version of a resource.
   *
   * @param settled made anew once its time tells it from every other version
   */
  private record Key(ResourcePath path, Resource plain, boolean settled) {}

  private Key key(ResourcePath path, Resource plain) {
    return new Key(path, plain, settling.isSettled(plain.state().modified()));
  }

  /** Whether a gzip is there already. */
  boolean has(ResourcePath path, Resource plain) {
    return kept.get(key(path, plain)) != null;
  }

  /**
   * The gzip of a resource. Whoever asks while it is being made waits for that.
   *
   * @return empty if the resource is gone
   */
  Optional<Representation> open(ResourcePath path, Resource plain) {
    Key key = key(path, plain);
    Representation present = kept.get(key);
    if (present != null) {
      return Optional.of(present);
    }
    CompletableFuture<Optional<Representation>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<Representation>> other = making.putIfAbsent(key, mine);
    if (other != null) {
      return await(other);
    }
    try {
      Optional<Representation> made = Optional.ofNullable(kept.get(key)).or(() -> make(key));
      mine.complete(made);
      return made;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      making.remove(key);
    }
  }

  private static Optional<Representation> await(CompletableFuture<Optional<Representation>> made) {
    try {
      return made.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StorageFailure failure
          ? failure
          : new StorageFailure(StorageFailure.Kind.BROKEN, "making a gzip", e.getCause());
    }
  }

  private Optional<Representation> make(Key key) {
    int size = (int) Math.min(largest, key.plain().state().size());
    room.acquireUninterruptibly(size);
    try {
      Optional<Representation> made = key.plain().open(ContentCoding.IDENTITY).flatMap(this::gzip);
      made.filter(gzip -> isOf(key, gzip)).ifPresent(gzip -> keep(key, gzip));
      return made;
    } finally {
      room.release(size);
    }
  }

  /** What was opened may be newer than what was found, and then is not its gzip. */
  private static boolean isOf(Key key, Representation gzip) {
    return gzip.variant().tag().equals(variant(key.plain().variants().get(0)).tag());
  }

  private void keep(Key key, Representation gzip) {
    kept.put(key, gzip, gzip.content().length() + OVERHEAD + 4L * key.path().toString().length());
  }

  private Optional<Representation> gzip(Representation plain) {
    try (plain) {
      if (plain.content().length() > largest) {
        return Optional.empty();
      }
      ByteArrayOutputStream octets = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(octets, 8192);
          WritableByteChannel sink = Channels.newChannel(gzip)) {
        Contents.copy(plain.content(), sink);
      }
      Part content = Contents.shared(octets.toByteArray());
      return Optional.of(new Representation(variant(plain.variant()), content));
    } catch (IOException e) {
      throw new StorageFailure(StorageFailure.Kind.BROKEN, "reading content to gzip it", e);
    }
  }

  /** The gzip variant of a plain one. */
  static Variant variant(Variant plain) {
    ContentCoding gzip = ContentCoding.GZIP;
    return new Variant(gzip, plain.tag().variant(gzip.token()), plain.lastModified());
  }

  /** How many octets are kept. */
  long octets() {
    return kept.octets();
  }
}
