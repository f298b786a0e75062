package org.zaudit.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.zaudit.analysis.Environment;
import org.zaudit.analysis.Escapes;
import org.zaudit.analysis.Result;
import org.zaudit.analysis.Unit;
import org.zaudit.audit.store.Codec;
import org.zaudit.audit.store.Store;
import org.zaudit.source.ChunkText;
import org.zaudit.source.MacroDefinition;

/**
 * Results of earlier runs. Each is kept with the questions that led to it and digests of their
 * answers, under the text of its function, the condition around it and its world. Safe to share
 * between threads.
 */
final class Results {
  private static final Codec<Kept> CODEC = Codec.of(Kept.class);
  private static final Codec<Macros> MACROS = Codec.of(Macros.class);
  private static final Codec<Reaches> REACHES = Codec.of(Reaches.class);
  private static final Codec<Callees> CALLEES = Codec.of(Callees.class);
  private static final Codec<Escapes> ESCAPES = Codec.of(Escapes.class);

  private final Store store;
  private final Map<List<?>, Optional<Long>> digests = new ConcurrentHashMap<>();

  Results(Store store) {
    this.store = store;
  }

  /**
   * A result with what it depends on.
   *
   * @param answers for each question 64 bits of the digest of its answer: all of them together tell
   *     one set of answers from any other
   */
  record Kept(List<Memo.Question> questions, List<Long> answers, Result result) {}

  private record Macros(List<MacroDefinition> definitions) {}

  private record Reaches(List<Escapes.Reach> reaches) {}

  private record Callees(List<Environment.Callee> callees) {}

  /** What earlier runs found for this unit, under whatever answers. */
  List<Kept> of(Unit unit) {
    List<Kept> found = new ArrayList<>();
    for (ByteBuffer bytes : store.get(key(unit))) {
      CODEC.decode(bytes).ifPresent(found::add);
    }
    return found;
  }

  /** Keeps a result for later runs, if all it holds would come back as it is. */
  void keep(Unit unit, List<Memo.Question> questions, List<List<?>> answers, Result result) {
    List<Long> digests = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Optional<Long> digest = digest(questions.get(i), answers.get(i));
      if (digest.isEmpty()) {
        return;
      }
      digests.add(digest.get());
    }
    CODEC
        .encode(new Kept(questions, digests, result))
        .ifPresent(bytes -> store.put(key(unit), bytes));
  }

  boolean holdsIn(Kept kept, Environment environment) {
    for (int i = 0; i < kept.questions().size(); i++) {
      Memo.Question question = kept.questions().get(i);
      Optional<Long> now = digest(question, Memo.ask(question, environment));
      if (!now.equals(Optional.of(kept.answers().get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** Where an earlier run found that the parameters of this unit may go. */
  Optional<Escapes> escapes(Unit unit) {
    return store.get(escapesKey(unit)).stream()
        .flatMap(bytes -> ESCAPES.decode(bytes).stream())
        .findFirst();
  }

  /** Keeps for later runs where the parameters of a unit may go: that depends on nothing else. */
  void keep(Unit unit, Escapes escapes) {
    ESCAPES.encode(escapes).ifPresent(bytes -> store.put(escapesKey(unit), bytes));
  }

  private static ChunkText.Digest key(Unit unit) {
    return key(unit, "");
  }

  private static ChunkText.Digest escapesKey(Unit unit) {
    return key(unit, "\nescapes");
  }

  private static ChunkText.Digest key(Unit unit, String what) {
    String key =
        unit.text().digest() + " " + unit.surroundings() + "\n" + unit.world().name() + what;
    return ChunkText.Digest.of(key.getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked") // each kind of question has one type of answer
  private Optional<Long> digest(Memo.Question question, List<?> answer) {
    if (answer.isEmpty()) {
      return Optional.of(0L);
    }
    return digests.computeIfAbsent(
        answer,
        _ ->
            (switch (question) {
                  case Memo.Question.Macro _ ->
                      MACROS.digest(new Macros((List<MacroDefinition>) answer));
                  case Memo.Question.Function _ ->
                      CALLEES.digest(new Callees((List<Environment.Callee>) answer));
                  case Memo.Question.Argument _ ->
                      REACHES.digest(new Reaches((List<Escapes.Reach>) answer));
                })
                .map(ChunkText.Digest::high));
  }
}
