package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;

/**
 * The folder in which all resources lie. Opened anew each time, so that one that vanishes and
 * returns, or is a link which an operator points elsewhere, is always the present one.
 *
 * @param path absolute
 * @param opener opens it
 */
record Root(Path path, Folder.Opener opener) {

  /** The root at a path, opened in the safest way that the system has. */
  static Root at(Path path) {
    return new Root(path.toAbsolutePath().normalize(), Root::secureOrPlain);
  }

  Folder open() throws IOException {
    return opener.open(path);
  }

  private static Folder secureOrPlain(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      throw Files.exists(path)
          ? new NotDirectoryException(path.toString())
          : new NoSuchFileException(path.toString());
    }
    DirectoryStream<Path> stream = Files.newDirectoryStream(path);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return new SecureFolder(secure, path);
    }
    stream.close();
    return PlainFolder.open(path);
  }
}
