package org.zaudit.analysis;

import java.util.List;
import java.util.Optional;
import org.zaudit.source.Condition;
import org.zaudit.source.Span;

/**
 * A finding in one version of one function.
 *
 * @param subject the resource as the source names it ({@code uio->uio_dio.pages[i]})
 * @param identity the subject with locals replaced by what they come from; stable when variables
 *     are renamed or lines move
 * @param callee the acquiring or releasing function it turns on
 * @param condition where it holds; always() when in every configuration
 * @param origin where that was done which is wrong, or was never undone; several findings may have
 *     it in common, one for each way out on which it shows
 * @param related functions elsewhere that have a part in it
 * @param needs the container that must exist in the tree for it to be true; empty: none
 */
public record Finding(
    String rule,
    Check check,
    Confidence confidence,
    String resource,
    String subject,
    String identity,
    String callee,
    String message,
    Condition condition,
    Span origin,
    Span location,
    List<Event> events,
    List<Related> related,
    String advice,
    Optional<ContainerNeed> needs) {
  /**
   * Another function that has a part in a finding.
   *
   * @param effect what to look for in that function's {@link Result#sites}; its span is the place.
   *     Empty: the head of the function
   */
  public record Related(String function, String effect, String note) {}

  /**
   * A field array, such as {@code uio_dio.pages}, that must be known as a container of the
   * resource; the functions that end it become related.
   *
   * @param changed fields of the same structure that were stored to: when its count is among them,
   *     the slot may be out of count, and the finding falls
   */
  public record ContainerNeed(String field, String resource, List<String> changed) {}

  /** The same finding where another condition holds. */
  Finding under(Condition other) {
    return with(other, related, needs);
  }

  /** The same finding in a tree that has what it needs, with these functions as related. */
  public Finding confirmed(List<Related> by) {
    return with(condition, List.copyOf(by), Optional.empty());
  }

  private Finding with(Condition where, List<Related> by, Optional<ContainerNeed> open) {
    return new Finding(
        rule,
        check,
        confidence,
        resource,
        subject,
        identity,
        callee,
        message,
        where,
        origin,
        location,
        events,
        by,
        advice,
        open);
  }
}
