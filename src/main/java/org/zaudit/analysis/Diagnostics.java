package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.zaudit.analysis.Finding.ContainerNeed;
import org.zaudit.analysis.Finding.Related;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.rules.Resource;
import org.zaudit.rules.RuleSet;
import org.zaudit.source.Condition;
import org.zaudit.source.Span;

/** Collects what is wrong in one configuration of one function, each fault with its path, once. */
final class Diagnostics {
  private static final Pattern NAME = Pattern.compile("\\w+");

  private final RuleSet rules;
  private final Condition configuration;
  private final Sites sites;
  private final Retests retests;
  private final Findings findings = new Findings();
  private Naming people = Naming.forPeople(_ -> "");
  private Naming identity = Naming.forFingerprints(_ -> "");
  private Function<Symbol, Optional<String>> names = _ -> Optional.empty();

  Diagnostics(RuleSet rules, Condition configuration, Sites sites, Retests retests) {
    this.rules = rules;
    this.configuration = configuration;
    this.sites = sites;
    this.retests = retests;
  }

  /**
   * A fault.
   *
   * @param subject what the report is about
   * @param callee the function called that is to blame, or that took what is lost
   * @param site by which the fault is known from others of its kind, beside where it is
   * @param since what was done first: every path to the fault comes by there; none, if nothing was
   */
  record Fault(
      Check check,
      Key key,
      Symbol subject,
      String callee,
      Span at,
      Confidence confidence,
      Act site,
      Act since) {
    /** What an act does wrong, where it does it. */
    static Fault of(Check check, Key key, Act act, Confidence confidence) {
      return new Fault(check, key, key.object(), act.callee(), act.at(), confidence, act, Act.NONE);
    }

    /** What becomes too late elsewhere of what an act did. */
    static Fault of(Check check, Key key, Act act, Span at, Confidence confidence) {
      return new Fault(check, key, key.object(), act.callee(), at, confidence, act, act);
    }

    Fault since(Act act) {
      return new Fault(check, key, subject, callee, at, confidence, site, act);
    }
  }

  /**
   * What is said of a fault.
   *
   * @param last events that end the path
   */
  record Words(
      String message,
      String advice,
      List<Event> last,
      List<Related> related,
      Optional<ContainerNeed> needs) {
    Words(String message, String advice, Event last) {
      this(message, advice, List.of(last), List.of(), Optional.empty());
    }
  }

  /** Adds a fault of the path that the state came. Returns what tells it from others. */
  Object add(Fault fault, State state, Words words) {
    Key key = fault.key();
    Optional<Trail> path = retests.witness(state.trail, fault.since());
    // That ways end differently is shown by all of them, the path of one is an example.
    boolean canBeTaken = path.isPresent() || fault.check() == Check.INCONSISTENT_PATHS;
    Finding finding =
        new Finding(
            key.rule(),
            fault.check(),
            canBeTaken ? fault.confidence() : Confidence.POSSIBLE,
            resource(key).noun(),
            fault.check() == Check.LEAK
                ? subject(fault.subject(), state)
                : subject(fault.subject()),
            identity.of(Trail.young(fault.subject())),
            fault.callee(),
            words.message(),
            configuration.and(state.condition),
            fault.site().happened() ? fault.site().at() : fault.at(),
            fault.at(),
            path(fault, path.orElse(state.trail), words.last()),
            related(fault, state, words),
            words.advice(),
            words.needs());
    Object id =
        List.of(
            fault.check(),
            key.rule(),
            key.resource(),
            fault.site().node(),
            finding.identity(),
            fault.at().start());
    if (rules.isSelected(key.rule())) {
      findings.add(id, finding);
      if (fault.check() == Check.LEAK) {
        boolean isNew =
            Trail.young(fault.subject()) instanceof Made made
                && sites.node(made.node()) == fault.site().node();
        findings.isLeakOf(id, List.of(key.rule(), key.resource(), fault.site().node()), isNew);
      }
    }
    return id;
  }

  /** The functions of the tree by which this one took or gave back what it is about, too. */
  private List<Related> related(Fault fault, State state, Words words) {
    Set<Related> related = new LinkedHashSet<>(words.related());
    for (Act act : List.of(fault.since(), fault.site())) {
      if (act.happened() && !knows(act.callee())) {
        boolean isTaken =
            fault.check() == Check.PARTIAL_ACQUIRE
                || act.equals(state.holding(fault.key()).acquire());
        related.add(new Related(act.callee(), "", isTaken ? "takes it" : "gives it back"));
      }
    }
    return List.copyOf(related);
  }

  private static List<Event> path(Fault fault, Trail trail, List<Event> last) {
    List<Symbol> about = List.of(fault.subject(), fault.subject().object(), fault.key().object());
    // How a slot and what replaces it came to be called is the point where the two part.
    boolean withNames = fault.check() == Check.STALE_ALIAS && !fault.since().happened();
    List<Event> events = shorten(trail.about(about, withNames));
    last.stream().filter(e -> !events.contains(e)).forEach(events::add);
    return List.copyOf(events);
  }

  /** Long paths keep their acquires and releases and the branches next to the end. */
  private static List<Event> shorten(List<Event> events) {
    long branches = events.stream().filter(e -> e.kind() == Event.Kind.BRANCH).count();
    List<Event> kept = new ArrayList<>();
    for (Event e : events) {
      if (e.kind() != Event.Kind.BRANCH || branches-- <= Bounds.BRANCHES_SHOWN) {
        kept.add(e);
      }
    }
    return kept;
  }

  /** What was added by that name is a loss, which counts once the program goes on after it. */
  void isLoss(Object id) {
    findings.isLoss(id);
  }

  /** The program goes on after these losses. */
  void confirm(Set<Object> losses) {
    findings.confirm(losses);
  }

  /** All findings that hold. */
  List<Finding> all() {
    return findings.all();
  }

  /** What values are called that have names in the source. */
  void nameBy(Function<Symbol, Optional<String>> names) {
    this.names = names;
    this.people = Naming.forPeople(m -> names.apply(m).orElseGet(() -> made(m)));
    this.identity = Naming.forFingerprints(this::made);
  }

  private String made(Made made) {
    String callee = sites.callee(made.node());
    return callee.isEmpty() ? "value" : callee + "()";
  }

  String people(Symbol symbol) {
    return people.of(Trail.young(symbol));
  }

  String people(Location location) {
    return people.of(location);
  }

  /** As the source names it. */
  String subject(Symbol object) {
    return names.apply(object).orElseGet(() -> people(object));
  }

  /**
   * The same on the path of a state: a callee may put it into one variable on one path and into
   * another on the next.
   */
  String subject(Symbol object, State state) {
    String name = subject(object);
    List<String> variables =
        state.trail.about(List.of(object), false).stream()
            .flatMap(event -> event.variable().stream())
            .toList();
    return variables.isEmpty() || variables.contains(name) || !NAME.matcher(name).matches()
        ? name
        : variables.getFirst();
  }

  Resource resource(Key key) {
    return rules.resource(key.resource()).orElseThrow();
  }

  /** Whether contracts tell what that function does. */
  boolean knows(String callee) {
    return rules.knows(callee);
  }
}
