package org.gatehouse.application.fake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.gatehouse.application.contract.ConcurrentRepositoryContract;
import org.gatehouse.application.fake.InMemoryResourceRepository.Step;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract of every repository, and what only this one offers to tests. */
class InMemoryResourceRepositoryTest extends ConcurrentRepositoryContract {
  private static final ResourcePath PATH = ResourcePath.of("a.txt");

  private final InMemoryResourceRepository fake =
      new InMemoryResourceRepository(new SettableClock());

  @Override
  protected ResourceRepository open() {
    return fake;
  }

  @AfterEach
  void theContractLeavesNothingOpen() {
    assertEquals(0, fake.openRepresentations());
    assertEquals(0, fake.openUploads());
  }

  private Resource found() {
    return fake.find(PATH).match(resource -> resource, why -> null);
  }

  @Test
  void countsWhatIsOpen() {
    fake.put("/a.txt", "hello");

    Representation one = found().open(ContentCoding.IDENTITY).orElseThrow();
    Representation two = found().open(ContentCoding.IDENTITY).orElseThrow();
    assertEquals(2, fake.openRepresentations());
    one.close();
    one.close();
    assertEquals(1, fake.openRepresentations());
    two.close();
    assertEquals(2, fake.opened());
  }

  @Test
  void countsAnUploadUntilItIsClosed() {
    try (Upload upload = fake.stage(PATH)) {
      upload.create(PATH, current -> Optional.of(SettableClock.START));
      assertEquals(1, fake.openUploads());
    }
    assertEquals(0, fake.openUploads());
    assertEquals(1, fake.staged());
  }

  @Test
  void failsWhereItIsToldTo() {
    fake.put("/a.txt", "hello");
    Resource resource = found();
    for (Step step : Step.values()) {
      fake.failAt(step, StorageFailure.Kind.BROKEN);
    }

    assertEquals(Optional.empty(), fake.peek(PATH));
    assertThrows(StorageFailure.class, () -> fake.find(PATH));
    assertThrows(StorageFailure.class, () -> resource.open(ContentCoding.IDENTITY));
    assertThrows(StorageFailure.class, () -> fake.stage(PATH));
    assertThrows(
        StorageFailure.class, () -> fake.remove(PATH, current -> Optional.of(SettableClock.START)));
    assertThrows(StorageFailure.class, fake::check);

    fake.heal();
    assertEquals(Optional.of("hello"), fake.text("/a.txt"));
    fake.check();
  }

  @Test
  void keepsWhatIsDeniedFromReadersAndWriters() {
    fake.put("/locked/a.txt", "a");
    fake.put("/b.txt", "b");
    fake.deny("/locked");
    fake.protect("/b.txt");

    Lookup dark = fake.find(ResourcePath.of("locked", "a.txt"));
    assertEquals(Absence.DENIED, dark.match(resource -> null, why -> why));
    assertEquals(Optional.of(Obstacle.DENIED), fake.obstacle(ResourcePath.of("locked", "new.txt")));
    assertEquals(Optional.of(Obstacle.DENIED), fake.obstacle(ResourcePath.of("b.txt")));
    assertEquals("b", fake.text("/b.txt").orElseThrow());
  }

  @Test
  void whatWasPutIsACopy() {
    byte[] octets = {1, 2, 3};
    fake.put("/a.txt", octets, SettableClock.START);
    octets[0] = 9;

    assertArrayEquals(new byte[] {1, 2, 3}, fake.text("/a.txt").orElseThrow().getBytes());
  }
}
