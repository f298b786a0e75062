package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.zaudit.source.Chunk;
import org.zaudit.source.ChunkText;
import org.zaudit.source.Condition;
import org.zaudit.source.MacroDefinition;
import org.zaudit.source.SourceFile;

/**
 * All texts that a run has seen, each kept once, and who mentions what. Knows nothing of trees:
 * what it says of mentions holds for some version, and must be looked up in the tree at hand. Safe
 * to share between threads.
 */
final class Corpus {
  private final Map<String, FileFacts> blobs = new ConcurrentHashMap<>();
  private final Map<ChunkText, Body> bodies = new ConcurrentHashMap<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final Map<Condition, Condition> conditions = new ConcurrentHashMap<>();
  private final Map<MacroDefinition, MacroDefinition> macros = new ConcurrentHashMap<>();
  private final Map<String, Collection<Body>> bodiesMentioning = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> macrosMentioning = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> macrosAsking = new ConcurrentHashMap<>();
  private final Vocabulary vocabulary;
  private final Set<String> ofInterest = ConcurrentHashMap.newKeySet();

  /** Where what this speaks of is of interest to begin with. */
  Corpus(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  boolean has(String blob) {
    return blobs.containsKey(blob);
  }

  /** What is known of a blob; nothing when it was never scanned because it cannot be read. */
  FileFacts facts(String blob) {
    return blobs.getOrDefault(blob, FileFacts.EMPTY);
  }

  /** Scans the bytes of a blob, unless that was done. */
  void scan(String blob, byte[] bytes) {
    if (!blobs.containsKey(blob)) {
      blobs.put(blob, facts(SourceFile.scan(bytes)));
    }
  }

  /** Distinct texts of functions that mention an identifier. */
  Collection<Body> bodiesMentioning(String name) {
    return bodiesMentioning.getOrDefault(name, List.of());
  }

  /** Names of macros that had a definition which mentions an identifier. */
  Set<String> macrosMentioning(String name) {
    return macrosMentioning.getOrDefault(name, Set.of());
  }

  /** Names of macros that had a definition whose condition asks for an identifier. */
  Set<String> macrosAsking(String name) {
    return macrosAsking.getOrDefault(name, Set.of());
  }

  /**
   * This name has a meaning for somebody: so whoever mentions it is of interest, texts that are yet
   * to come too.
   */
  // Whoever asks for the same name meanwhile waits until all that mention it know.
  synchronized void becomesOfInterest(String name) {
    if (ofInterest.add(name)) {
      bodiesMentioning(name).forEach(Body::becomesOfInterest);
      macrosMentioning(name).forEach(this::becomesOfInterest);
    }
  }

  private boolean isOfInterest(String name) {
    if (!ofInterest.contains(name) && vocabulary.knows(name)) {
      becomesOfInterest(name);
    }
    return ofInterest.contains(name);
  }

  private FileFacts facts(SourceFile file) {
    List<FileFacts.Piece> functions = new ArrayList<>();
    Map<String, Integer> ordinals = new HashMap<>();
    for (Chunk chunk : file.chunks()) {
      if (chunk.kind() == Chunk.Kind.FUNCTION) {
        Body body = body(chunk);
        int ordinal = ordinals.merge(body.name(), 1, Integer::sum) - 1;
        functions.add(
            new FileFacts.Piece(body, same(conditions, chunk.condition()), chunk.line(), ordinal));
      }
    }
    // Stable, so that reversing first puts later definitions of a name before earlier ones.
    List<MacroDefinition> sorted = new ArrayList<>();
    file.macros().reversed().forEach(macro -> sorted.add(macro(macro)));
    file.enumerators().forEach(enumerator -> sorted.add(macro(enumerator)));
    sorted.sort(Comparator.comparing(MacroDefinition::name));
    return new FileFacts(List.copyOf(functions), List.copyOf(sorted));
  }

  /** No thread sees a text before it is entered under all that it mentions. */
  private Body body(Chunk chunk) {
    Body known = bodies.get(chunk.text());
    return known != null ? known : bodies.computeIfAbsent(chunk.text(), _ -> enter(chunk));
  }

  private Body enter(Chunk chunk) {
    Body fresh = Body.of(chunk.text(), chunk.name(), this::interned);
    // Entered first, asked then: a name that becomes of interest meanwhile misses nobody.
    for (String name : fresh.mentions()) {
      bodiesMentioning.computeIfAbsent(name, _ -> new ConcurrentLinkedQueue<>()).add(fresh);
    }
    if (fresh.mentions().stream().anyMatch(this::isOfInterest) || vocabulary.concerns(fresh)) {
      fresh.becomesOfInterest();
    }
    return fresh;
  }

  private MacroDefinition macro(MacroDefinition macro) {
    MacroDefinition known = macros.get(macro);
    return known != null ? known : macros.computeIfAbsent(macro, this::enter);
  }

  private MacroDefinition enter(MacroDefinition macro) {
    String name = interned(macro.name());
    Identifiers.forEach(
        macro.body(),
        word -> {
          enter(macrosMentioning, word, name);
          if (isOfInterest(word)) {
            becomesOfInterest(name);
          }
        });
    // What it leads to is in its body alone, but when it is in force is up to these.
    for (String atom : macro.condition().atoms()) {
      Identifiers.forEach(atom, word -> enter(macrosAsking, word, name));
    }
    return macro;
  }

  private void enter(Map<String, Set<String>> under, String word, String macro) {
    under.computeIfAbsent(interned(word), _ -> ConcurrentHashMap.newKeySet()).add(macro);
  }

  private String interned(String name) {
    return same(names, name);
  }

  private static <T> T same(Map<T, T> known, T one) {
    T first = known.putIfAbsent(one, one);
    return first == null ? one : first;
  }
}
