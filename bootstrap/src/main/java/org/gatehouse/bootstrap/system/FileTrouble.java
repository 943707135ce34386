package org.gatehouse.bootstrap.system;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Tells in words what went wrong with a file. */
public final class FileTrouble {
  private FileTrouble() {}

  /** Why it failed, without a class name and without naming the file again. */
  public static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "a file has this name";
    }
    if (failure instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason();
    }
    return String.valueOf(failure.getMessage());
  }
}
