package org.gatehouse.bootstrap.endtoend.durability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.RawResponse;

/**
 * A client that writes whatever can be written, in all ways there are, and keeps a journal: before
 * it sends what may come of it, and once it has read the whole answer what has.
 */
final class Writer {
  // me:secret
  private static final String CREDENTIALS = "Authorization: Basic bWU6c2VjcmV0";
  private static final Pattern LOCATION = Pattern.compile("\"location\":\"([^\"]*)\"");

  private final RawClient client;
  private final String name;
  private final String fresh;
  private final Journal journal;
  private final Traces traces;
  private final Random random;
  private int made;

  /**
   * A client.
   *
   * @param name its own, beginning all paths at which it replaces
   * @param fresh the folder of this round
   */
  Writer(
      RawClient client, String name, String fresh, Journal journal, Traces traces, Random random) {
    this.client = client;
    this.name = name;
    this.fresh = fresh;
    this.journal = journal;
    this.traces = traces;
    this.random = random;
  }

  private interface Act {
    void act() throws IOException;
  }

  /**
   * Writes until the connection breaks.
   *
   * @param acknowledged run after each answer
   */
  void write(Runnable acknowledged) throws IOException {
    List<Act> acts =
        Arrays.asList(
            this::create,
            this::replace,
            this::replace,
            this::delete,
            this::post,
            this::postToFolder,
            this::postForm,
            this::keep,
            this::upload);
    while (true) {
      Collections.shuffle(acts, random);
      for (Act act : acts) {
        act.act();
        acknowledged.run();
      }
    }
  }

  private void create() throws IOException {
    made++;
    put("put new", "/" + fresh + "/" + name + "/" + made + "/new.txt", Content.any(random));
  }

  private void replace() throws IOException {
    put("put", own(), Content.unique(random));
  }

  private String own() {
    return "/own/" + name + "-" + random.nextInt(3) + ".txt";
  }

  private void put(String kind, String path, Content content) throws IOException {
    journal.put(path, content.digest());
    RawResponse answer = send("PUT " + path, content.octets());
    if (isSuccess(answer, 200, 201)) {
      journal.isPut(kind, path, content.digest(), answer.field("ETag"));
      traces.tagged(name, path, answer.field("ETag"));
    }
  }

  private void delete() throws IOException {
    String path = own();
    journal.delete(path);
    RawResponse answer = client.sendHead("DELETE " + path, CREDENTIALS).read();
    if (isSuccess(answer, 200, 404)) {
      journal.isDeleted(path);
    }
  }

  private void keep() throws IOException {
    String path = "/files/" + name + random.nextInt(2);
    Content content = Content.any(random);
    journal.put(path, content.digest());
    RawResponse answer = send("POST " + path, content.octets());
    if (isSuccess(answer, 201)) {
      journal.isPut("files", path, content.digest(), answer.field("ETag"));
      traces.tagged(name, path, answer.field("ETag"));
    }
  }

  private void post() throws IOException {
    post("post", "/" + fresh + "/", "same.txt", Content.any(random));
  }

  private void postToFolder() throws IOException {
    post(
        "post to a folder",
        "/" + fresh + "/inbox/",
        "",
        Content.any(random),
        "Content-Type: text/plain");
  }

  private void upload() throws IOException {
    Content content = Content.json(random);
    String type = "Content-Type: application/json";
    journal.post("/uploads/", content.digest());
    posted("upload", content, send("POST /upload", content.octets(), type));
  }

  private void post(String kind, String folder, String file, Content content, String... fields)
      throws IOException {
    journal.post(folder, content.digest());
    posted(kind, content, send("POST " + folder + file, content.octets(), fields));
  }

  private void posted(String kind, Content content, RawResponse answer) {
    if (isSuccess(answer, 201)) {
      String path = URI.create(answer.field("Location")).getPath();
      journal.isPosted(kind, path, content.digest());
      journal.saw(path, answer.field("ETag"), content.digest());
      traces.tagged(name, path, answer.field("ETag"));
    }
  }

  private void postForm() throws IOException {
    String folder = "/" + fresh + "/forms/";
    List<Content> files = new ArrayList<>();
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      Content content = Content.any(random);
      files.add(content);
      journal.post(folder, content.digest());
      form.writeBytes(
          latin("--=B=\r\nContent-Disposition: form-data; name=f; filename=same.txt\r\n\r\n"));
      form.writeBytes(content.octets());
      form.writeBytes(latin("\r\n"));
    }
    form.writeBytes(latin("--=B=--\r\n"));
    String type = "Content-Type: multipart/form-data; boundary=\"=B=\"";
    RawResponse answer = send("POST " + folder, form.toByteArray(), type);
    if (isSuccess(answer, 201)) {
      List<String> paths =
          LOCATION.matcher(answer.text()).results().map(found -> found.group(1)).toList();
      for (int i = 0; i < files.size(); i++) {
        journal.isPosted("form", paths.get(i), files.get(i).digest());
      }
    }
  }

  /** Sends content, of a length that is said before or in chunks. */
  private RawResponse send(String request, byte[] content, String... fields) throws IOException {
    if (random.nextInt(3) > 0) {
      return client.exchange(request, content, fields);
    }
    List<String> lines = new ArrayList<>(List.of(fields));
    lines.add("Transfer-Encoding: chunked");
    client.sendHead(request, lines.toArray(String[]::new));
    for (int start = 0; start < content.length; ) {
      int size = Math.min(content.length - start, 1 + random.nextInt(100_000));
      client.send(Integer.toHexString(size) + "\r\n");
      client.send(Arrays.copyOfRange(content, start, start + size)).send("\r\n");
      start += size;
    }
    return client.send("0\r\n\r\n").read();
  }

  private boolean isSuccess(RawResponse answer, Integer... statuses) {
    if (answer.has("Set-Cookie")) {
      traces.handedOut(name, answer.field("Set-Cookie").substring(3, 39));
    }
    boolean expected = List.of(statuses).contains(answer.status());
    if (!expected) {
      journal.wrong("unexpected answer: " + answer);
    }
    return expected;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
