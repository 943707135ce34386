package org.gatehouse.application.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.gatehouse.application.fake.InMemoryCookieLedger;
import org.gatehouse.application.fake.SequentialIds;
import org.gatehouse.domain.field.FieldLines;
import org.junit.jupiter.api.Test;

class VisitorCookiesTest {
  private final InMemoryCookieLedger ledger = new InMemoryCookieLedger();
  private final VisitorCookies cookies =
      new VisitorCookies(new SequentialIds(), Optional.of(ledger));

  @Test
  void givesAnIdToWhoHasNoCookieAndRecordsIt() {
    assertEquals(
        Optional.of("id=00000000-0000-4000-8000-000000000001; Max-Age=120; HttpOnly; SameSite=Lax"),
        cookies.valueFor(FieldLines.of("Host", "localhost")));
    assertEquals(List.of("00000000-0000-4000-8000-000000000001"), ledger.ids());
  }

  @Test
  void givesEveryVisitorAnotherOne() {
    cookies.valueFor(FieldLines.empty());
    cookies.valueFor(FieldLines.empty());
    assertEquals(2, ledger.ids().stream().distinct().count());
  }

  @Test
  void givesNoneToWhoHasOne() {
    for (String cookie : List.of("id=1", "other=x", "", "garbage;;;")) {
      assertEquals(Optional.empty(), cookies.valueFor(FieldLines.of("cookie", cookie)));
    }
    assertEquals(List.of(), ledger.ids());
  }

  @Test
  void givesNoneWhereTheyAreOff() {
    VisitorCookies off = new VisitorCookies(new SequentialIds(), Optional.empty());
    assertEquals(Optional.empty(), off.valueFor(FieldLines.empty()));
  }
}
