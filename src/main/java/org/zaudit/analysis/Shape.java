package org.zaudit.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.analysis.Symbol.Constant;
import org.zaudit.analysis.Symbol.Content;
import org.zaudit.analysis.Symbol.Operation;

/**
 * The part of a state that keeps it apart from others (property simulation: Das, Lerner, Seigle,
 * ESP, PLDI 2002): what is held and under which names, and what is likely to say so.
 *
 * @param held how many objects are held
 * @param hash of all the others, worked out once: shapes are looked up at every join
 */
record Shape(
    Map<Key, Holding.Shape> holdings,
    Map<Key, Set<Location>> names,
    Set<Segment.Shape> segments,
    Set<Location> ended,
    Map<Location, Flags> flags,
    Set<Symbol> kept,
    boolean returned,
    int held,
    int hash) {
  /** The bits that were set or cleared last. */
  record Flags(String operator, Symbol bits) {}

  static Shape of(State state) {
    Map<Key, Holding.Shape> held = new HashMap<>();
    Map<Key, Set<Location>> names = new HashMap<>();
    Map<Symbol, Set<Location>> namesOfHeld = new HashMap<>();
    boolean any = state.holdings.values().stream().anyMatch(h -> h.net() <= 0);
    Predicate<Symbol> canBeNamed = any ? canBeNamed(state) : _ -> false;
    state.holdings.forEach((k, h) -> {
      boolean told = h.net() > 0 || h.release().happened() && canBeNamed.test(k.object());
      if (told && !h.isLodged()) {
        held.put(k, h.shape());
        if (h.owned()) {
          names.put(k, namesOfHeld.computeIfAbsent(k.object(), _ -> new HashSet<>()));
        }
      }
    });
    if (!namesOfHeld.isEmpty()) {
      state.memory.forEach((l, s) -> {
        if (!State.isTemporary(l)) {
          nameOf(l, s, namesOfHeld);
          nameOf(l, s.object(), namesOfHeld);
        }
      });
    }
    Set<Segment.Shape> runs = new HashSet<>();
    state.segments.forEach(s -> runs.add(s.shape()));
    Set<Location> ended = Set.copyOf(state.ended);
    Map<Location, Flags> flags = flagsBeside(state, names);
    Set<Symbol> kept = kept(state);
    boolean returned = state.returned.isPresent();
    int count = (int) held.values().stream().filter(h -> h.net() > 0).count();
    int hash = Objects.hash(held, names, runs, ended, flags, kept, returned);
    return new Shape(held, names, runs, ended, flags, kept, returned, count, hash);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The hash tells most others apart at once. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Shape shape
            && hash == shape.hash
            && returned == shape.returned
            && holdings.equals(shape.holdings)
            && names.equals(shape.names)
            && segments.equals(shape.segments)
            && ended.equals(shape.ended)
            && flags.equals(shape.flags)
            && kept.equals(shape.kept);
  }

  /**
   * What somebody keeps; arguments that stand in new objects may be kept by these. Who puts several
   * arguments into the hands of others does not do so for a caller who would have to undo it.
   */
  private static Set<Symbol> kept(State state) {
    Set<Symbol> captured = state.past.captured();
    Set<Symbol> kept = new HashSet<>(captured.size() == 1 ? captured : Set.of());
    state.memory.forEach((l, v) -> {
      if (Symbol.Argument.isKeptBy(v)
          && l.base() instanceof Location.Pointee(Symbol holder)
          && holder.object() instanceof Symbol.Made) {
        kept.add(v.object());
      }
    });
    return kept;
  }

  /**
   * True of values that an expression can still mean: what is given back and out of reach is past.
   */
  private static Predicate<Symbol> canBeNamed(State state) {
    Set<Symbol> named = new HashSet<>();
    state.memory.values().forEach(v -> addNamed(v, named));
    state.returned.ifPresent(r -> addNamed(r, named));
    return s -> canBeNamed(s, named);
  }

  /**
   * A pointer also names what it points into; what was worked out from a value names only itself.
   */
  private static void addNamed(Symbol value, Set<Symbol> named) {
    named.add(value);
    named.add(value.object());
  }

  private static boolean canBeNamed(Symbol s, Set<Symbol> named) {
    return named.contains(s)
        || switch (s) {
          case Constant _, Symbol.Named _, Symbol.Text _, Symbol.Argument _ -> true;
          case Symbol.Made _, Symbol.Merged _, Symbol.Aged _ -> false;
          case Content(Location l) -> canBeNamed(l, named);
          case Symbol.Address(Location l) -> canBeNamed(l, named);
          case Operation(_, Symbol a, Symbol b) -> canBeNamed(a, named) && canBeNamed(b, named);
        };
  }

  private static boolean canBeNamed(Location l, Set<Symbol> named) {
    return !(l.base() instanceof Location.Pointee(Symbol p)) || canBeNamed(p, named);
  }

  /** Flags in the structures that hold what is held: as a rule one of them says so. */
  private static Map<Location, Flags> flagsBeside(State state, Map<Key, Set<Location>> names) {
    Set<Location.Base> structures = new HashSet<>();
    names.values().forEach(all -> all.forEach(l -> structures.add(l.base())));
    Map<Location, Flags> flags = new HashMap<>();
    if (!structures.isEmpty()) {
      state.memory.forEach((l, v) -> {
        if (v instanceof Operation(String op, Symbol _, Symbol bits)
            && bits.depth() <= Bounds.FLAG_DEPTH
            && (op.equals("|") || op.equals("&"))
            && !l.steps().isEmpty()
            && structures.contains(l.base())) {
          flags.put(l, new Flags(op, bits));
        }
      });
    }
    return flags;
  }

  private static void nameOf(Location l, Symbol object, Map<Symbol, Set<Location>> names) {
    Set<Location> known = names.get(object);
    if (known != null) {
      known.add(l);
    }
  }
}
