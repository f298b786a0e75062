package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zaudit.analysis.Confidence;
import org.zaudit.analysis.Finding;

/**
 * Which findings of a tree are those of a parent, function by function: those that agree in what
 * makes a fingerprint, then those whose steps stand on the same statements, then by their order.
 *
 * <p>What shows on several ways out is matched one way out after the other. One of them is mended
 * only if it is still there: where two became one, so did the findings.
 */
final class Matching {
  /** Of a function; no edit takes it away. */
  private static final String END = "}";

  private final Version parent;
  private final TreeState child;
  private final Viewer viewer;
  private final Map<FunctionId, List<Optional<Lifeline>>> lives = new LinkedHashMap<>();
  private final List<Lost> lost = new ArrayList<>();
  private final List<Joined> joined = new ArrayList<>();

  /** A life that goes on in another one of the same fault, since its way out went into another. */
  record Joined(Lifeline life, Lifeline other) {}

  /**
   * A holding of the parent without a match.
   *
   * @param now the function in which it would be; empty when it went away
   */
  record Lost(FunctionId function, Holding holding, Optional<FunctionId> now) {}

  private Matching(Version parent, TreeState child) {
    this.parent = parent;
    this.child = child;
    this.viewer = new Viewer(child);
  }

  /** Compares these functions; the others are taken to be alike. */
  static Matching between(Version parent, TreeState child, Collection<FunctionId> functions) {
    var matching = new Matching(parent, child);
    matching.run(functions);
    return matching;
  }

  /** The life of the parent that the nth finding of a function goes on. */
  Optional<Lifeline> life(FunctionId function, int finding) {
    List<Optional<Lifeline>> found = lives.get(function);
    return found == null ? Optional.empty() : found.get(finding);
  }

  List<Lost> lost() {
    return lost;
  }

  List<Joined> joined() {
    return joined;
  }

  private void run(Collection<FunctionId> functions) {
    List<FunctionId> went = new ArrayList<>();
    List<FunctionId> came = new ArrayList<>();
    List<FunctionId> stayed = new ArrayList<>();
    List<FunctionId> rewritten = new ArrayList<>();
    for (FunctionId id : sorted(functions)) {
      boolean old = !parent.holdings(id).isEmpty();
      boolean now = !findings(id).isEmpty();
      boolean was = parent.state().tree().definition(id).isPresent();
      boolean is = child.tree().definition(id).isPresent();
      if (is && was && (old || now)) {
        (old && isRewritten(id) ? rewritten : stayed).add(id);
      } else if (was && !is && old) {
        went.add(id);
      } else if (is && !was && now) {
        came.add(id);
      }
    }
    List<FunctionId> leftTheirNames = new ArrayList<>(went);
    leftTheirNames.addAll(rewritten);
    Map<FunctionId, FunctionId> partners =
        Partners.between(parent.state().tree(), child.tree(), leftTheirNames, came);
    for (FunctionId id : rewritten) {
      if (partners.containsKey(id)) {
        lives.put(id, nothingFound(id));
        went.add(id);
      } else {
        stayed.add(id);
      }
    }
    stayed.forEach(id -> match(id, Optional.of(id)));
    for (FunctionId old : went) {
      match(old, Optional.ofNullable(partners.get(old)));
    }
    for (FunctionId id : came) {
      if (!partners.containsValue(id)) {
        lives.put(id, nothingFound(id));
      }
    }
    matchElsewhere();
  }

  /** Its text may have got another name: what has this one now only calls that one, as a rule. */
  private boolean isRewritten(FunctionId id) {
    return !Partners.areAlike(
        parent.state().tree().definition(id).orElseThrow().body(),
        child.tree().definition(id).orElseThrow().body());
  }

  private List<Optional<Lifeline>> nothingFound(FunctionId id) {
    List<Optional<Lifeline>> nothing = new ArrayList<>();
    findings(id).forEach(_ -> nothing.add(Optional.empty()));
    return nothing;
  }

  private static SortedSet<FunctionId> sorted(Collection<FunctionId> functions) {
    SortedSet<FunctionId> sorted = new TreeSet<>(FunctionId.ORDER);
    sorted.addAll(functions);
    return sorted;
  }

  private List<TreeFinding> findings(FunctionId id) {
    return child.findings().getOrDefault(id, List.of());
  }

  private void match(FunctionId old, Optional<FunctionId> now) {
    List<Holding> holdings = parent.holdings(old);
    List<TreeFinding> findings = now.map(this::findings).orElse(List.of());
    Pairs pairs = new Pairs(old, holdings, now, findings);
    int[] matched = pairs.match();
    List<Optional<Lifeline>> found = now.map(this::nothingFound).orElse(List.of());
    for (int i = 0; i < matched.length; i++) {
      Holding holding = holdings.get(i);
      if (matched[i] >= 0) {
        found.set(matched[i], Optional.of(holding.life()));
      } else {
        pairs
            .wentInto(i)
            .ifPresentOrElse(
                other -> joined.add(new Joined(holding.life(), holdings.get(other).life())),
                () -> lost.add(new Lost(old, holding, now)));
      }
    }
    now.ifPresent(id -> lives.put(id, found));
  }

  /** Pairs the holdings of one function with the findings of one. */
  private final class Pairs {
    private final List<Holding> holdings;
    private final List<TreeFinding> findings;
    private final int[] matched;
    private final boolean[] taken;
    private final FunctionId old;
    private final Optional<FunctionId> now;
    private final boolean isSameText;
    private final Map<Integer, List<String>> statementsBefore = new HashMap<>();
    private final Map<Integer, List<String>> statementsAfter = new HashMap<>();

    Pairs(
        FunctionId old,
        List<Holding> holdings,
        Optional<FunctionId> now,
        List<TreeFinding> findings) {
      this.old = old;
      this.holdings = holdings;
      this.now = now;
      this.isSameText =
          now.filter(id -> body(child, id).equals(body(parent.state(), old))).isPresent();
      this.findings = findings;
      this.matched = new int[holdings.size()];
      this.taken = new boolean[findings.size()];
      Arrays.fill(matched, -1);
    }

    private interface Test {
      boolean agree(int holding, int finding);
    }

    /** For each holding the number of its finding, or -1. */
    int[] match() {
      pass((h, f) ->
          before(h).isLike(findings.get(f)) && (isTheOnlyOne(h, f) || statementsAgree(h, f)));
      pass((h, f) -> before(h).isLike(findings.get(f)) && exit(h).equals(last(statementsAfter(f))));
      pass((h, f) -> before(h).isLike(findings.get(f)));
      pass((h, f) -> before(h).isOfKind(findings.get(f)) && statementsAgree(h, f));
      pass((h, f) -> before(h).isOfKind(findings.get(f)) && isRelated(before(h), findings.get(f)));
      return matched;
    }

    private void pass(Test test) {
      for (int h = 0; h < matched.length; h++) {
        for (int f = 0; f < taken.length && matched[h] < 0; f++) {
          if (!taken[f] && goesOn(h, f) && test.agree(h, f)) {
            matched[h] = f;
            taken[f] = true;
          }
        }
      }
    }

    /**
     * A change of the function after which it may be wrong, where it was before, has mended it as
     * far as can be told. The doubt that is left is another finding.
     */
    private boolean goesOn(int holding, int finding) {
      return isSameText
          || findings.get(finding).finding().confidence() != Confidence.POSSIBLE
          || before(holding).finding().confidence() == Confidence.POSSIBLE;
    }

    private TreeFinding before(int holding) {
      return holdings.get(holding).finding();
    }

    /** What is wrong shows on one way out, before and after. */
    private boolean isTheOnlyOne(int h, int f) {
      return holdings.stream().filter(one -> one.finding().isLike(before(h))).count() == 1
          && findings.stream().filter(findings.get(f)::isLike).count() == 1;
    }

    /**
     * The holding of the same fault that goes on and, as far as can be told, took this one with it:
     * the statement by which its way left the function is gone.
     */
    Optional<Integer> wentInto(int h) {
      if (isSameText || now.isEmpty()) {
        return Optional.empty();
      }
      for (int other = 0; other < matched.length; other++) {
        if (matched[other] >= 0 && before(other).isLike(before(h)) && isExitGone(h)) {
          return Optional.of(other);
        }
      }
      return Optional.empty();
    }

    private boolean isExitGone(int h) {
      String exit = exit(h).replaceFirst("^\\w+ ", "");
      return !exit.equals(END)
          && count(exit, body(child, now.orElseThrow())) < count(exit, body(parent.state(), old));
    }

    private static long count(String line, Optional<Body> body) {
      return body.stream()
          .flatMap(one -> one.text().text().lines())
          .filter(one -> one.strip().equals(line))
          .count();
    }

    private String exit(int h) {
      return last(statementsBefore(h));
    }

    private static String last(List<String> statements) {
      return statements.isEmpty() ? "" : statements.getLast();
    }

    private boolean statementsAgree(int h, int f) {
      return statementsBefore(h).equals(statementsAfter(f));
    }

    private List<String> statementsBefore(int h) {
      return statementsBefore.computeIfAbsent(h, i -> parent.statements(old, holdings.get(i)));
    }

    private List<String> statementsAfter(int f) {
      return statementsAfter.computeIfAbsent(
          f, i -> viewer.statements(now.orElseThrow(), findings.get(i)));
    }
  }

  private static Optional<Body> body(TreeState state, FunctionId id) {
    return state.tree().definition(id).map(Definition::body);
  }

  /** Two faults of a kind in one function are one only if they have more than that in common. */
  private static boolean isRelated(TreeFinding one, TreeFinding other) {
    Finding a = one.finding();
    Finding b = other.finding();
    return a.resource().equals(b.resource())
        && (a.identity().equals(b.identity())
            || a.callee().equals(b.callee())
            || a.subject().equals(b.subject()));
  }

  /**
   * A function that went away may go on in the text of one that called it. And which of several of
   * one name a function is may change when another comes or goes.
   */
  private void matchElsewhere() {
    for (Lost missing : List.copyOf(lost)) {
      for (FunctionId other : lives.keySet()) {
        if ((isTwin(missing, other) || wasCalledBy(missing, other)) && goesOnIn(missing, other)) {
          lost.remove(missing);
          break;
        }
      }
    }
  }

  private static boolean isTwin(Lost missing, FunctionId other) {
    FunctionId self = missing.function();
    return !other.equals(self)
        && other.file().equals(self.file())
        && other.name().equals(self.name());
  }

  private boolean wasCalledBy(Lost missing, FunctionId other) {
    return missing.now().isEmpty()
        && parent
            .state()
            .tree()
            .definition(other)
            .map(d -> d.body().mentions().contains(missing.function().name()))
            .orElse(false);
  }

  private boolean goesOnIn(Lost missing, FunctionId other) {
    List<String> statements = parent.statements(missing.function(), missing.holding());
    List<TreeFinding> findings = findings(other);
    List<Optional<Lifeline>> found = lives.getOrDefault(other, List.of());
    for (int i = 0; i < findings.size(); i++) {
      if (found.get(i).isEmpty()
          && missing.holding().finding().isOfKind(findings.get(i))
          && viewer.statements(other, findings.get(i)).equals(statements)) {
        found.set(i, Optional.of(missing.holding().life()));
        return true;
      }
    }
    return false;
  }
}
