package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Findings that a project knows of and does not want to be told again. */
public record Baseline(List<Entry> entries) {
  /** One that lists nothing. */
  public static final Baseline EMPTY = new Baseline(List.of());

  public Baseline {
    entries = entries.stream().distinct().sorted(Entry.ORDER).toList();
  }

  /** A finding as a baseline remembers it. */
  public record Entry(
      String fingerprint, String rule, String check, String file, String function, String subject) {
    static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::file)
            .thenComparing(Entry::function)
            .thenComparing(Entry::rule)
            .thenComparing(Entry::check)
            .thenComparing(Entry::subject)
            .thenComparing(Entry::fingerprint);

    /** Names are those of where the finding was last seen. */
    static Entry of(Life life) {
      return new Entry(
          life.fingerprint(),
          life.rule(),
          life.check().id(),
          life.location().file(),
          life.location().function(),
          life.subject());
    }

    /** Two functions of one name in two files may have the same fingerprints. */
    private boolean isExactly(Life life) {
      return hasFingerprintOf(life) && file.equals(life.location().file());
    }

    private boolean hasFingerprintOf(Life life) {
      return fingerprint.equals(life.fingerprint());
    }

    private boolean isFormerly(Life life) {
      return life.previousFingerprints().contains(fingerprint);
    }

    /** For when another version of the program gives other fingerprints. */
    private boolean looksLike(Life life) {
      return equals(
          new Entry(
              fingerprint,
              life.rule(),
              life.check().id(),
              life.location().file(),
              life.location().function(),
              life.subject()));
    }
  }

  /** Lists those that stand at the end of what was audited. */
  public static Baseline of(Collection<Life> findings) {
    return new Baseline(
        findings.stream()
            .filter(life ->
                switch (life.state()) {
                  case OPEN, INTRODUCED, WIDENED -> true;
                  case FIXED, VANISHED, REPAIRED -> false;
                })
            .map(Entry::of)
            .toList());
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Those of the findings that are listed. An entry means the finding with its fingerprint; if
   * there is none, one that had it formerly; if there is none, one that agrees in rule, check,
   * file, function and subject. It never means two, or else the second leak of a function would
   * hide behind the first.
   */
  public Set<Life> listed(Collection<Life> findings) {
    Set<Life> listed = new LinkedHashSet<>();
    List<Entry> open = new ArrayList<>(entries);
    exact(findings, open, listed);
    match(findings, open, listed, Entry::hasFingerprintOf);
    match(findings, open, listed, Entry::isFormerly);
    match(findings, open, listed, Entry::looksLike);
    return listed;
  }

  /**
   * Whether any of these is listed only because no other finding is what the entry means: then all
   * must be known to say so.
   */
  boolean guesses(Collection<Life> findings) {
    Set<Life> exact = new LinkedHashSet<>();
    exact(findings, new ArrayList<>(entries), exact);
    return !exact.equals(listed(findings));
  }

  /** A finding that came back has two lives, and both are meant. */
  private static void exact(Collection<Life> findings, List<Entry> open, Set<Life> listed) {
    for (Iterator<Entry> entries = open.iterator(); entries.hasNext(); ) {
      Entry entry = entries.next();
      List<Life> meant = findings.stream().filter(entry::isExactly).toList();
      if (!meant.isEmpty()) {
        listed.addAll(meant);
        entries.remove();
      }
    }
  }

  private static void match(
      Collection<Life> findings,
      List<Entry> open,
      Set<Life> listed,
      BiPredicate<Entry, Life> means) {
    for (Iterator<Entry> entries = open.iterator(); entries.hasNext(); ) {
      Entry entry = entries.next();
      for (Life life : findings) {
        if (!listed.contains(life) && means.test(entry, life)) {
          listed.add(life);
          entries.remove();
          break;
        }
      }
    }
  }
}
