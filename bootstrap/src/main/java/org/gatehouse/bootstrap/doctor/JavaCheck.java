package org.gatehouse.bootstrap.doctor;

import java.nio.charset.Charset;
import org.gatehouse.bootstrap.config.Configuration;

/** The Java that runs this, and so would run the server. */
final class JavaCheck implements Check {
  private static final long SMALL_HEAP = 48L << 20;

  @Override
  public void examine(Configuration configuration, Findings findings) {
    long heap = Runtime.getRuntime().maxMemory();
    if (heap < SMALL_HEAP) {
      findings.warning(
          "the heap may grow to " + Sizes.of(heap) + " only",
          "What slow clients hold and the cache of files share it; a quarter of it is what all"
              + " clients together may hold before some are refused.",
          "start java with -Xmx128m or more");
    } else {
      findings.ok("Java " + System.getProperty("java.version") + ", heap up to " + Sizes.of(heap));
    }
    names(findings);
  }

  /** What Java makes of names is decided by the locale when it starts, and by nothing later. */
  private static void names(Findings findings) {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    if (!Charset.isSupported(encoding) || !Charset.forName(encoding).newEncoder().canEncode('é')) {
      findings.warning(
          "names of files are " + encoding,
          "Files whose names are not ASCII can be neither served nor written.",
          "set LC_ALL=C.UTF-8 in the environment of the server");
    } else {
      findings.ok("names of files are " + encoding);
    }
  }
}
