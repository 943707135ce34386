package org.gatehouse.adapter.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatehouse.application.contract.CookieLedgerContract;
import org.gatehouse.application.port.out.CookieLedger;
import org.junit.jupiter.api.io.TempDir;

class TextCookieLedgerContractTest extends CookieLedgerContract {
  @TempDir Path folder;

  @Override
  protected CookieLedger open() {
    return TextCookieLedger.open(folder.resolve("cookies.txt"));
  }

  @Override
  protected List<String> kept() {
    try {
      return Files.readAllLines(folder.resolve("cookies.txt"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
