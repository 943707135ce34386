package org.gatehouse.application.port.out;

import java.util.Optional;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Packs what lies below a folder into one archive that is nowhere kept: it is made while it is
 * sent, the same octets each time. Safe for use by several threads.
 */
public interface Archiver {

  /**
   * Begins an archive.
   *
   * @param repository from which the members are read when their turn comes
   * @param base the folder below which they lie, by its path inside the repository
   */
  Plan plan(ResourceRepository repository, ResourcePath base);

  /** What is to be packed. Used by one thread at a time. */
  interface Plan extends AutoCloseable {

    /**
     * Adds what was listed.
     *
     * @param path its path inside the repository, with a slash at its end if it is a folder
     * @param member what was told of it
     * @throws StorageFailure if all plans together take more memory than they may
     */
    void add(ResourcePath path, Child member);

    /** Ends the plan. The archive is its owner's to close, and closes the plan. */
    Archive finish();

    /** Lets go of it, unless it was finished. Closing again does nothing. */
    @Override
    void close();
  }

  /** An archive whose length is known, while none of its octets is. */
  interface Archive extends AutoCloseable {

    /** A strong tag, made of the names, sizes and tags of all members. */
    EntityTag tag();

    /** The length in octets. */
    long length();

    /**
     * The octets of the archive, whole or a section. Closing them closes the archive. A member that
     * is not what it was when it was listed breaks the transfer when its turn comes.
     *
     * <p>May wait: what lies before a section may have to be read for the sake of checksums in it.
     *
     * @return empty if that would be too much to read for it
     * @throws StorageFailure if it cannot be read
     */
    Optional<Part> section(long position, long length);

    /** Lets go of it. Closing again does nothing. */
    @Override
    void close();
  }
}
