package org.gatehouse.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.InMemoryResourceRepository.Step;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.junit.GatehouseExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Example 1: the test of an HTTP client, against a server of its own for each test. */
class PageClientTest {
  private final InMemoryResourceRepository site = new InMemoryResourceRepository();

  @RegisterExtension
  final GatehouseExtension server = GatehouseExtension.with(it -> it.resources(site));

  private final PageClient client = new PageClient();
  private URI page;

  @BeforeEach
  void publish(URI uri) {
    page = uri.resolve("news.html");
    site.put("/news.html", "<p>old news");
  }

  @Test
  void readsAPage() throws Exception {
    assertEquals("<p>old news", client.read(page));
  }

  @Test
  void doesNotFetchAgainWhatHasNotChanged() throws Exception {
    client.read(page);
    assertEquals("<p>old news", client.read(page));
    assertEquals(1, site.opened(), "the second answer was 304");
  }

  @Test
  void seesAChange() throws Exception {
    client.read(page);
    site.put("/news.html", "<p>fresh news");
    assertEquals("<p>fresh news", client.read(page));
  }

  @Test
  void showsWhatItHasWhileTheServerFails() throws Exception {
    client.read(page);
    site.failAt(Step.FIND, StorageFailure.Kind.BROKEN);
    assertEquals("<p>old news", client.read(page));
    site.heal();
    site.drop("/news.html");
    IOException gone = assertThrows(IOException.class, () -> client.read(page));
    assertEquals(page + ": status 404", gone.getMessage());
  }

  @Test
  void hasNothingToShowOfAServerThatAlwaysFailed() {
    site.failAt(Step.OPEN, StorageFailure.Kind.BROKEN);
    IOException failed = assertThrows(IOException.class, () -> client.read(page));
    assertEquals(page + ": status 500", failed.getMessage());
  }
}
