package org.gatehouse.bootstrap.terminal;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads a QR code off the lines of a terminal, as a camera would: out of a picture of them. */
public final class DrawnCode {
  private static final int SCALE = 6;
  private static final int LIGHT = 0xffffff;

  private DrawnCode() {}

  /** What the code says. */
  public static String read(List<String> lines) throws ReaderException {
    int width = lines.get(0).length() * SCALE;
    int height = lines.size() * 2 * SCALE;
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      String line = lines.get(y / SCALE / 2);
      boolean upper = y / SCALE % 2 == 0;
      for (int x = 0; x < line.length(); x++) {
        int from = y * width + x * SCALE;
        Arrays.fill(pixels, from, from + SCALE, isLight(line.charAt(x), upper) ? LIGHT : 0);
      }
    }
    BinaryBitmap picture =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    return new QRCodeReader().decode(picture, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
  }

  private static boolean isLight(char block, boolean upper) {
    return switch (block) {
      case '\u2588' -> true;
      case '\u2580' -> upper;
      case '\u2584' -> !upper;
      default -> false;
    };
  }
}
