package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zaudit.analysis.Finding.Related;
import org.zaudit.rules.Container;
import org.zaudit.rules.Resource;
import org.zaudit.rules.RuleSet;
import org.zaudit.source.Condition;
import org.zaudit.source.Span;

/** The findings of one function that depend on what others of its tree do. */
record LedgerFindings(RuleSet rules) {
  /**
   * The findings of a result that hold in a tree with this ledger, containers and related functions
   * filled in.
   */
  List<Finding> confirm(Result result, Ledger ledger) {
    List<Finding> confirmed = new ArrayList<>();
    for (Finding f : result.findings()) {
      if (f.needs().isEmpty()) {
        confirmed.add(f);
      } else {
        confirm(f, f.needs().get(), ledger).ifPresent(confirmed::add);
      }
    }
    ledger.faults().forEach(fault -> found(fault, result).ifPresent(confirmed::add));
    return confirmed;
  }

  private Optional<Finding> found(Ledger.Fault fault, Result result) {
    return switch (fault) {
      case Ledger.Orphan orphan ->
          site(orphan.end(), result).map(at -> orphan(orphan, resource(orphan.taken()), at));
      case Ledger.Mismatch mismatch ->
          site(mismatch.given(), result)
              .map(at -> mismatch(mismatch, resource(mismatch.taken()), at));
    };
  }

  private Resource resource(Ledger.Entry.Member member) {
    return rules.resource(member.resource()).orElseThrow();
  }

  private static Optional<Span> site(Ledger.Entry.Member member, Result result) {
    return result.sites().stream()
        .filter(site -> site.effect().equals(member.effect()))
        .findFirst()
        .map(Result.Site::at);
  }

  private Optional<Finding> confirm(Finding f, Finding.ContainerNeed need, Ledger ledger) {
    List<Related> related = new ArrayList<>(f.related());
    boolean known = false;
    for (Ledger.Entry.Container e : ledger.containers()) {
      if (e.field().equals(need.field()) && e.resource().equals(need.resource())) {
        if (need.changed().contains(e.count())) {
          return Optional.empty();
        }
        known = true;
        related.add(
            new Related(
                e.function(),
                e.effect(),
                "owner of the slots: gives every one below " + e.count() + " back"));
      }
    }
    for (Container c : rules.containers()) {
      if (String.join(".", c.array()).equals(need.field())
          && c.resource().equals(need.resource())) {
        if (need.changed().contains(String.join(".", c.count()))) {
          return Optional.empty();
        }
        known = true;
      }
    }
    return known ? Optional.of(f.confirmed(related)) : Optional.empty();
  }

  /**
   * What nobody gives back.
   *
   * @param at where it is too late for it
   */
  private static Finding orphan(Ledger.Orphan orphan, Resource resource, Span at) {
    Ledger.Entry.Member taken = orphan.taken();
    Ledger.Entry.Member end = orphan.end();
    boolean isMember = !taken.holder().isEmpty();
    String name = isMember ? end.name() + "->" + taken.field() : taken.name();
    String taker = taken.function() + "()";
    List<Related> related = new ArrayList<>();
    related.add(
        new Related(taken.function(), taken.effect(), "takes it by " + taken.callee() + "()"));
    orphan.others().forEach(other -> related.add(new Related(other, "", "does not give it back")));
    return new Finding(
        taken.rule(),
        Check.LEAK,
        Confidence.LIKELY,
        resource.noun(),
        name,
        (isMember ? taken.holder() + "." : "") + taken.field(),
        taken.callee(),
        "The "
            + resource.noun()
            + " "
            + name
            + ", "
            + resource.acquired()
            + " by "
            + taken.callee()
            + "() in "
            + taker
            + ", is "
            + resource.released()
            + " by no function: "
            + (isMember
                ? end.name() + " is given back here with it."
                : end.name() + ", which " + taker + " takes too, is given back here."),
        Condition.always(),
        at,
        at,
        List.of(
            new Event(
                Event.Kind.RELEASE,
                at,
                end.callee()
                    + " gives "
                    + end.name()
                    + " back"
                    + (isMember ? ", and with it what " + taken.field() + " holds" : ""))),
        List.copyOf(related),
        "Give " + name + " back before this, as " + taker + " takes it.",
        Optional.empty());
  }

  /**
   * What is given back as something else than what it is taken as.
   *
   * @param at where it is given back
   */
  private static Finding mismatch(Ledger.Mismatch mismatch, Resource resource, Span at) {
    Ledger.Entry.Member taken = mismatch.taken();
    Ledger.Entry.Member given = mismatch.given();
    return new Finding(
        given.rule(),
        Check.MISMATCHED_RELEASE,
        Confidence.LIKELY,
        resource.noun(),
        given.name(),
        given.holder() + "." + given.field(),
        given.callee(),
        "The "
            + resource.noun()
            + " "
            + given.name()
            + " is "
            + resource.acquired()
            + " as "
            + taken.kind()
            + " by "
            + taken.callee()
            + "() in "
            + taken.function()
            + "() and "
            + resource.released()
            + " as "
            + given.kind()
            + " by "
            + given.callee()
            + "().",
        Condition.always(),
        at,
        at,
        List.of(new Event(Event.Kind.RELEASE, at, given.callee() + " gives it back")),
        List.of(
            new Related(taken.function(), taken.effect(), "takes it by " + taken.callee() + "()")),
        "Give " + given.name() + " back by what goes with " + taken.callee() + "().",
        Optional.empty());
  }
}
