package org.gatehouse.bootstrap.architecture.bad.domain;

import java.io.File;

/** Breaks the purity of the domain. */
public final class ReadsFiles {
  /** Asks the disk. */
  public boolean look() {
    return new File("x").exists();
  }
}
