package org.gatehouse.application.listing;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.contract.Octets;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.fake.HeapSpool;
import org.gatehouse.application.fake.InMemoryETagStore;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.PlainArchiver;
import org.gatehouse.application.fake.SequentialIds;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.method.Mount;
import org.gatehouse.application.method.ResourceSettings;
import org.gatehouse.application.method.ResourceSettings.Posting;
import org.gatehouse.application.method.Resources;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.target.ResourcePath;

/** Resources whose folders are listed, over the fakes, and a client. */
final class ListingFixture {
  final SettableClock clock = new SettableClock();
  final InMemoryResourceRepository repository = new InMemoryResourceRepository(clock);
  final HeapSpool spool = new HeapSpool();
  final PlainArchiver archiver = new PlainArchiver();
  private Resources resources;

  ListingFixture(String... listed) {
    resources = resources(Mount.root(repository), settings(WritePolicy.OPEN), listed);
  }

  static ResourceSettings settings(WritePolicy writes) {
    return new ResourceSettings(MediaTypes.broad(), Set.of(), false, writes, Posting.NEW_NAME);
  }

  ListingFixture with(ResourceSettings settings) {
    resources = resources(Mount.root(repository), settings, "/");
    return this;
  }

  /** A repository of its own behind {@code /files/}, where POST overwrites. */
  ListingFixture asFiles() {
    return asFiles(Mount.at(ResourcePath.of("files"), repository));
  }

  /** The same in the folder of that name. */
  ListingFixture asFilesUnderTheRoot() {
    return asFiles(Mount.root(repository));
  }

  private ListingFixture asFiles(Mount mount) {
    ResourceSettings settings =
        new ResourceSettings(
            MediaTypes.broad().servingUnknown(),
            Set.of(),
            false,
            WritePolicy.OPEN,
            Posting.OVERWRITE);
    resources = resources(mount, settings, "/files/");
    return this;
  }

  private Resources resources(Mount mount, ResourceSettings settings, String... listed) {
    ErrorResponses errors = new ErrorResponses();
    ListedFolders folders =
        new ListedFolders(Stream.of(listed).map(ListingFixture::path).collect(Collectors.toSet()));
    FolderListing listing = new FolderListing(mount, settings, folders, spool, archiver, errors);
    return new Resources(
        mount, settings, listing, new InMemoryETagStore(), clock, new SequentialIds(), errors);
  }

  static ResourcePath path(String text) {
    return ResourcePath.parse(text).match(path -> path, fault -> ResourcePath.of("invalid"));
  }

  /** What a client sees. */
  record Answer(int status, FieldLines fields, String text, long length, boolean waited) {
    String field(String name) {
      return fields.first(name).orElse("");
    }
  }

  Answer get(String target, String... fields) {
    return send("GET", target, fields);
  }

  Answer send(String method, String target, String... fields) {
    RequestMaker maker = RequestMaker.of(method, target);
    for (int i = 0; i < fields.length; i += 2) {
      maker = maker.with(fields[i], fields[i + 1]);
    }
    Decision decision = resources.handle(maker.request());
    boolean waited = false;
    while (true) {
      Decision next = decision.match(answer -> null, later -> later.work().get(), receive -> null);
      if (next == null) {
        break;
      }
      waited = true;
      decision = next;
    }
    boolean late = waited;
    return decision.match(
        answer -> read(answer.response(), late),
        later -> null,
        receive -> {
          throw new AssertionError("no content is wanted");
        });
  }

  private static Answer read(Response response, boolean waited) {
    String text =
        response.body().parts().stream().map(ListingFixture::text).collect(Collectors.joining());
    long length = response.body().length();
    response.body().close();
    return new Answer(response.status().code(), response.head().fields(), text, length, waited);
  }

  private static String text(Part part) {
    return new String(Octets.of(part), StandardCharsets.UTF_8);
  }
}
