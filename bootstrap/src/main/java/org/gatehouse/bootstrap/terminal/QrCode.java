package org.gatehouse.bootstrap.terminal;

import io.nayuki.qrcodegen.QrCode.Ecc;
import java.util.ArrayList;
import java.util.List;

/**
 * QR codes (ISO/IEC 18004) drawn with half blocks: two rows of modules in a line of text. Light is
 * drawn and dark left out, as it looks right where text is light on dark; where it is the other way
 * round, readers take the inverse.
 */
public final class QrCode {
  /** Modules of light around it, as the standard asks for. */
  static final int QUIET = 4;

  private static final String BOTH = "\u2588";
  private static final String UPPER = "\u2580";
  private static final String LOWER = "\u2584";

  private QrCode() {}

  /**
   * The code of a text, line by line.
   *
   * @throws io.nayuki.qrcodegen.DataTooLongException for a text of more than about 2 KiB
   */
  public static List<String> lines(String text) {
    io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
    int end = code.size + QUIET;
    List<String> lines = new ArrayList<>();
    for (int y = -QUIET; y < end; y += 2) {
      StringBuilder line = new StringBuilder();
      for (int x = -QUIET; x < end; x++) {
        // Outside of the code every module is light; so is the row below an odd number of them.
        line.append(block(!code.getModule(x, y), !code.getModule(x, y + 1)));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String block(boolean upper, boolean lower) {
    if (upper && lower) {
      return BOTH;
    }
    if (upper) {
      return UPPER;
    }
    return lower ? LOWER : " ";
  }
}
