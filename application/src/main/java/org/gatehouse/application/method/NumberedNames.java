package org.gatehouse.application.method;

import org.gatehouse.domain.target.ResourcePath;

/** The names that are tried, one after another, where a name is taken. */
final class NumberedNames {
  private NumberedNames() {}

  /**
   * {@code report.txt} becomes {@code report(1).txt}, {@code archive.tar.gz} {@code
   * archive.tar(1).gz}, {@code notes} {@code notes(1)}. A dot at the very beginning hides a name
   * and begins no extension: {@code .env} becomes {@code .env(1)}.
   */
  static ResourcePath numbered(ResourcePath path, int number) {
    String name = path.name();
    int dot = name.lastIndexOf('.');
    int at = dot > 0 ? dot : name.length();
    return path.sibling(name.substring(0, at) + "(" + number + ")" + name.substring(at));
  }
}
