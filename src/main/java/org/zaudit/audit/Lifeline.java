package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The life of a finding while it is being followed. Two that turn out to be one, when branches
 * meet, are united; after that, each answers for both. Belongs to one thread.
 */
final class Lifeline {
  /** Known by its number in the walk, so that lists are in the walk's order whatever was united. */
  record Beginning(int number, Life.Introduction introduction) {}

  /** Where it was fixed, or where its function went away. */
  record End(int number, CommitInfo commit, boolean fixed) {}

  /** A sighting in the tree of a commit. */
  record Seen(int number, String commit, Sighting sighting) {}

  /**
   * All that is known of a life while the range is walked.
   *
   * @param united the order of the life that this one became part of
   */
  record Saved(
      boolean hidden,
      Optional<Integer> united,
      boolean stoodAtStart,
      List<String> fingerprints,
      List<String> files,
      List<Beginning> beginnings,
      List<End> ends,
      List<String> tags,
      Seen last) {}

  Saved save() {
    return new Saved(
        hidden,
        Optional.ofNullable(united).map(Lifeline::order),
        stoodAtStart,
        List.copyOf(fingerprints),
        List.copyOf(files),
        List.copyOf(beginnings),
        List.copyOf(ends),
        List.copyOf(tags),
        last);
  }

  /** The lives that were saved, in their order. */
  static List<Lifeline> restore(List<Saved> saved) {
    List<Lifeline> lives = new ArrayList<>();
    for (Saved one : saved) {
      var life = new Lifeline(lives.size(), one.hidden(), one.last());
      life.fingerprints.clear();
      life.files.clear();
      life.stoodAtStart = one.stoodAtStart();
      life.add(one);
      lives.add(life);
    }
    for (int i = 0; i < saved.size(); i++) {
      Lifeline life = lives.get(i);
      saved.get(i).united().ifPresent(whole -> life.united = lives.get(whole));
    }
    return lives;
  }

  /** Adds what these lists hold. */
  void add(Saved more) {
    fingerprints.addAll(more.fingerprints());
    files.addAll(more.files());
    beginnings.addAll(more.beginnings());
    ends.addAll(more.ends());
    tags.addAll(more.tags());
  }

  private final int order;
  private final boolean hidden;
  private @Nullable Lifeline united;
  private boolean stoodAtStart;
  private boolean open;
  private final Set<String> fingerprints = new LinkedHashSet<>();
  private final Set<String> files = new TreeSet<>();
  private final List<Beginning> beginnings = new ArrayList<>();
  private final List<End> ends = new ArrayList<>();
  private final Set<String> tags = new TreeSet<>();
  private Seen last;

  /**
   * Begins with a sighting.
   *
   * @param order the number of lives that began before it
   * @param hidden it began outside the commits that are audited
   */
  Lifeline(int order, boolean hidden, Seen first) {
    this.order = order;
    this.hidden = hidden;
    this.last = first;
    sighted(first.sighting().fingerprint(), first.sighting().file());
  }

  /** The life that this one is part of by now: itself, mostly. */
  Lifeline whole() {
    Lifeline at = this;
    while (at.united != null) {
      at = at.united;
    }
    return at;
  }

  /** Makes one of two. The older one stays. */
  static Lifeline unite(Lifeline one, Lifeline other) {
    Lifeline a = one.whole();
    Lifeline b = other.whole();
    if (a == b) {
      return a;
    }
    Lifeline stays = a.order < b.order ? a : b;
    stays.take(stays == a ? b : a);
    return stays;
  }

  private void take(Lifeline other) {
    other.united = this;
    stoodAtStart |= other.stoodAtStart;
    open |= other.open;
    fingerprints.addAll(other.fingerprints);
    files.addAll(other.files);
    tags.addAll(other.tags);
    beginnings.addAll(other.beginnings);
    beginnings.sort(Comparator.comparing(Beginning::number));
    ends.addAll(other.ends);
    ends.sort(Comparator.comparing(End::number));
    seen(other.last);
  }

  void sighted(String fingerprint, String file) {
    fingerprints.add(fingerprint);
    files.add(file);
  }

  void stoodAtStart() {
    stoodAtStart = true;
  }

  void begins(Beginning beginning) {
    beginnings.add(beginning);
  }

  void ends(End end) {
    ends.add(end);
  }

  void carriedBy(String tag) {
    tags.add(tag);
  }

  /** Keeps the later of two sightings. */
  void seen(Seen sighting) {
    if (sighting.number() > last.number()) {
      last = sighting;
    }
  }

  /** It holds at an audited head, as it is seen there. */
  void opensAt(Seen sighting) {
    open = true;
    last = sighting;
  }

  boolean wasIn(String file) {
    return files.contains(file);
  }

  boolean isHidden() {
    return hidden;
  }

  boolean isOpen() {
    return open;
  }

  int order() {
    return order;
  }

  List<Beginning> beginnings() {
    return beginnings;
  }

  List<End> ends() {
    return ends;
  }

  Set<String> tags() {
    return tags;
  }

  Seen last() {
    return last;
  }

  Optional<Life.Introduction> introduced() {
    return stoodAtStart || beginnings.isEmpty()
        ? Optional.empty()
        : Optional.of(beginnings.getFirst().introduction());
  }

  /** Those beginnings that are not {@link #introduced}. */
  List<Life.Introduction> introductions() {
    return beginnings.stream().skip(stoodAtStart ? 0 : 1).map(Beginning::introduction).toList();
  }

  /** All that it was known by, oldest first. */
  List<String> fingerprints() {
    return List.copyOf(fingerprints);
  }
}
