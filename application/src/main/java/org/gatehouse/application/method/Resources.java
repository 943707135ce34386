package org.gatehouse.application.method;

import java.util.Collections;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.application.method.ResourceSettings.Posting;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.application.route.Allow;
import org.gatehouse.application.route.ExchangeHandler;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.message.Method;

/**
 * The methods on the resources of a repository (RFC 9110 §9.3). Safe for use by several threads.
 */
public final class Resources implements ExchangeHandler {
  private final Set<Method> methods;
  private final Response options;
  private final Get get;
  private final Put put;
  private final Function<Request, Decision> post;
  private final Delete delete;

  /** The resources of one repository, of whose folders nothing is shown. */
  public Resources(
      Mount mount,
      ResourceSettings settings,
      ETagStore etags,
      Clock clock,
      IdSource ids,
      Refusals refusals) {
    this(mount, settings, FolderView.NONE, etags, clock, ids, refusals);
  }

  /**
   * The resources of one repository.
   *
   * @param mount the repository and where it hangs
   * @param settings what the operator chose
   * @param folders shows folders
   * @param etags remembers the tags that were seen
   * @param clock for Last-Modified and generated names
   * @param ids for boundaries and generated names
   * @param refusals makes the error responses
   */
  public Resources(
      Mount mount,
      ResourceSettings settings,
      FolderView folders,
      ETagStore etags,
      Clock clock,
      IdSource ids,
      Refusals refusals) {
    WriteRules rules = new WriteRules(mount, etags, clock);
    WriteChecks checks = new WriteChecks(mount, settings, rules);
    Delivery delivery = new Delivery(settings, ids, refusals);
    this.methods = Collections.unmodifiableSet(settings.methods());
    this.options = Allow.options(methods);
    this.get = new Get(mount, settings, folders, new SeenTags(etags), delivery);
    this.put = new Put(mount, checks, rules, refusals);
    Post newNames = new Post(mount, checks, rules, new GeneratedNames(clock, ids), refusals);
    this.post =
        settings.posting() == Posting.OVERWRITE
            ? request -> overwriting(newNames, request)
            : newNames::decide;
    this.delete = new Delete(mount, checks, rules, refusals);
  }

  /** What is sent to a name replaces what has it; the files of a form get new names here too. */
  private Decision overwriting(Post newNames, Request request) {
    return Post.isFormForFolder(request) ? newNames.decide(request) : put.decide(request);
  }

  @Override
  public Set<Method> methods(Request request) {
    return methods;
  }

  @Override
  public Decision handle(Request request) {
    return switch (request.method()) {
      case GET, HEAD -> get.decide(request);
      case PUT -> put.decide(request);
      case POST -> post.apply(request);
      case DELETE -> delete.decide(request);
      case OPTIONS -> Decision.answer(options);
      default -> throw new IllegalArgumentException("not a method of resources");
    };
  }
}
