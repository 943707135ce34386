package org.gatehouse.application.method;

import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.conditional.Preconditions.Outcome;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Why a GET or HEAD is answered as it is, for somebody who wants to tell it: the decisions of
 * {@link Selection}, which are pure, asked once more about what was found.
 *
 * @param selected the variant that is acceptable; empty for none
 * @param preconditions what they come to for that variant
 * @param wantsRange whether a Range field counts
 */
public record Reasons(Optional<Variant> selected, Outcome preconditions, boolean wantsRange) {

  /**
   * Asks.
   *
   * @param variants all that can be had of the resource, the plain one first
   */
  public static Reasons of(Request request, ResourcePath path, List<Variant> variants) {
    // The type only tells whether Vary is said, which is not asked here.
    Selection selection = new Selection(request, path, MediaType.OCTET_STREAM, variants);
    Optional<Variant> selected = selection.selected(new AcceptedCodings().of(request.fields()));
    Outcome outcome =
        selected.map(variant -> selection.evaluate(variants, variant)).orElse(Outcome.PROCEED);
    return new Reasons(selected, outcome, selection.wantsRange());
  }
}
