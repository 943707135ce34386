package org.gatehouse.benchmarks.micro;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.gatehouse.adapter.socket.http1.HeadReader;
import org.gatehouse.adapter.socket.http1.Persistence;
import org.gatehouse.adapter.socket.http1.ResponseWriter;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.bootstrap.AssembledOrigin;
import org.gatehouse.domain.message.RequestHead;

/**
 * The whole way of a request, from octets to octets, but for the socket: what a connection does
 * with reader, origin and writer, one request after the other on one thread.
 */
final class InMemoryExchange implements AutoCloseable {
  private static final int ROOM = 64 * 1024;
  private static final int IDLE_SECONDS = 30;
  private static final int REMAINING = 999;

  private final Folder folder = Folder.make();
  private final AssembledOrigin assembled = AssembledOrigin.open(folder.root(), folder.var());
  private final HeadReader reader = new HeadReader(Heads.LIMITS);
  private final ResponseWriter writer = new ResponseWriter();
  private final ByteBuffer output = ByteBuffer.allocateDirect(ROOM);

  InMemoryExchange() throws IOException {}

  /**
   * Answers a request for a file that fits into memory.
   *
   * @param request a whole head
   * @return the response, valid until the next one
   */
  ByteBuffer answer(ByteBuffer request) {
    reader.reset();
    reader.read(request);
    RequestHead head = reader.head();
    Exchange exchange = assembled.origin().accept(head, Requests.CONNECTION);
    Decision decision = exchange.decision();
    Response response = ready(decision);
    output.clear();
    Persistence persistence =
        Persistence.decide(head, response.status(), REMAINING, IDLE_SECONDS, false);
    writer.writeHead(response.head(), response.body().length(), persistence, output);
    for (Part part : response.body().parts()) {
      output.put(part.match(octets -> octets.content().duplicate(), InMemoryExchange::onDisk));
    }
    response.body().close();
    exchange.finished(Exchange.Ending.COMPLETE, response.body().length());
    return output.flip();
  }

  /** What a worker would do, once a second when the cache looks again, is done here and now. */
  private static Response ready(Decision decision) {
    return decision.match(
        Decision.Answer::response,
        later -> ready(later.work().get()),
        receive -> {
          throw new IllegalStateException("no content is expected");
        });
  }

  private static ByteBuffer onDisk(Part.Section section) {
    throw new IllegalStateException("the file is not in memory");
  }

  @Override
  public void close() throws IOException {
    try {
      assembled.close();
    } catch (StorageFailure idsWereLost) {
      // Without a network visitors come faster than any disk takes their ids.
    } finally {
      folder.close();
    }
  }
}
