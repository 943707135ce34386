package org.gatehouse.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RecordsTest {
  private static final String EMPTY = "# Results\n\n<!-- The driver writes below this line. -->\n";

  @Test
  void theNewestIsFirst() {
    String both = Records.with(Records.with(EMPTY, "one (1)", "a\n"), "two", "b\n");
    assertEquals(
        EMPTY + "\n<!-- two -->\nb\n<!-- end -->\n\n<!-- one (1) -->\na\n<!-- end -->\n", both);
  }

  @Test
  void theSameKeyIsReplacedAndNoOther() {
    String both = Records.with(Records.with(EMPTY, "one", "a\n"), "two", "$b\n");
    assertEquals(
        EMPTY + "\n<!-- one -->\nc\n<!-- end -->\n\n<!-- two -->\n$b\n<!-- end -->\n",
        Records.with(both, "one", "c\n"));
  }

  @Test
  void aFileThatIsNotMadeForItIsLeftAlone() {
    assertThrows(IllegalArgumentException.class, () -> Records.with("# Other", "one", "a\n"));
  }
}
