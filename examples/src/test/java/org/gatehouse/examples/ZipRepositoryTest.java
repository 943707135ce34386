package org.gatehouse.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gatehouse.application.contract.ReadOnlyRepositoryContract;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.bootstrap.Gatehouse;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;

/** Example 2: an adapter of your own keeps the contract that the server relies on. */
class ZipRepositoryTest extends ReadOnlyRepositoryContract {

  @Override
  protected ResourceRepository holding(Map<ResourcePath, byte[]> contents) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      for (Map.Entry<ResourcePath, byte[]> content : contents.entrySet()) {
        zip.putNextEntry(new ZipEntry(String.join("/", content.getKey().segments())));
        zip.write(content.getValue());
      }
    }
    return new ZipRepository(new ByteArrayInputStream(archive.toByteArray()));
  }

  @Test
  void aServerMakesRangesAndConditionsOfIt() throws Exception {
    ResourceRepository site = holding(Map.of(ResourcePath.of("a.txt"), "0123456789".getBytes()));
    try (Gatehouse server = Gatehouse.builder().port(0).resources(site).start()) {
      HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve("a.txt"));
      HttpResponse<String> part = send(request.setHeader("Range", "bytes=-3"));
      assertEquals(206, part.statusCode());
      assertEquals("789", part.body());
      String tag = part.headers().firstValue("ETag").orElseThrow();
      assertEquals(304, send(request.setHeader("If-None-Match", tag)).statusCode());
      assertEquals(403, send(request.PUT(HttpRequest.BodyPublishers.ofString("x"))).statusCode());
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void aNameThatClimbsIsNotTaken() throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("../../etc/passwd"));
    }
    ByteArrayInputStream hostile = new ByteArrayInputStream(archive.toByteArray());
    assertThrows(IllegalArgumentException.class, () -> new ZipRepository(hostile));
  }
}
