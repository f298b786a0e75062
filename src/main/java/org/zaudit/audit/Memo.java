package org.zaudit.audit;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.zaudit.analysis.Crew;
import org.zaudit.analysis.Environment;
import org.zaudit.analysis.Escapes;
import org.zaudit.analysis.Result;
import org.zaudit.analysis.Unit;
import org.zaudit.source.Condition;
import org.zaudit.source.MacroDefinition;

/**
 * Results by what they depend on. A pure function that asked certain questions and got certain
 * answers will, as long as the answers stay the same, ask the same and return the same: the traces
 * of build systems (Mokhov, Mitchell and Peyton Jones, Build Systems à la Carte, ICFP 2018). So no
 * result depends on more than was looked at. Safe to share between threads that go through one
 * world each: no two worlds have a key in common.
 */
final class Memo {
  /** Of one text: as many sets of answers as the lines of a history give at a time. */
  private static final int ENTRIES = 4;

  private final Engine engine;
  private final Optional<Results> earlier;
  private final Crew crew;
  private final Softly<Entry> entries = new Softly<>();
  private final Softly<Results.Kept> fromEarlier = new Softly<>();
  private final Map<Key, Escapes> escapes = new ConcurrentHashMap<>();
  private final Map<Question, Question> questions = new ConcurrentHashMap<>();

  /**
   * @param earlier what earlier runs found, if that is kept
   */
  Memo(Engine engine, Optional<Results> earlier, Crew crew) {
    this.crew = crew;
    this.engine = engine;
    this.earlier = earlier;
  }

  /** The world by name: that one of a run does not change. */
  private record Key(Body body, Condition surroundings, String world) {}

  /**
   * Lists by key that are gone when memory runs short, those first that were not asked for in a
   * while: what was found for the versions of long ago can be found again. Two threads never ask
   * for the same key.
   */
  private static final class Softly<T> {
    private final Map<Key, SoftReference<List<T>>> lists = new ConcurrentHashMap<>();

    List<T> of(Key key, Supplier<List<T>> initially) {
      SoftReference<List<T>> known = lists.get(key);
      List<T> list = known == null ? null : known.get();
      if (list == null) {
        list = new ArrayList<>(initially.get());
        lists.put(key, new SoftReference<>(list));
      }
      return list;
    }
  }

  /**
   * Keeps what is known of one text from being forgotten. All are equal: it says nothing of the
   * text.
   */
  static final class Remembered {
    @SuppressWarnings("unused") // to hold it is all
    private final List<Entry> entries;

    private Remembered(List<Entry> entries) {
      this.entries = entries;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Remembered;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  /** A result and the memory of it. */
  record Found(Result result, Remembered remembered) {}

  /** What an analysis may ask about the tree. */
  sealed interface Question {
    record Macro(String name) implements Question {}

    record Function(String name) implements Question {}

    record Argument(String callee, int position, boolean isPlace) implements Question {}
  }

  private record Entry(List<Question> questions, List<List<?>> answers, Result result) {
    boolean holdsIn(Environment environment) {
      for (int i = 0; i < questions.size(); i++) {
        if (!answers.get(i).equals(ask(questions.get(i), environment))) {
          return false;
        }
      }
      return true;
    }
  }

  /** The result of the engine, from memory if it was asked before. */
  Found result(Body body, Unit unit, Environment environment) {
    Key key = new Key(body, unit.surroundings(), unit.world().name());
    List<Entry> known = entries.of(key, List::of);
    // To ask whether an entry holds may bring another in: a function may mention itself.
    for (Entry entry : List.copyOf(known).reversed()) {
      if (entry.holdsIn(environment)) {
        return new Found(entry.result(), new Remembered(known));
      }
    }
    Optional<Entry> kept = kept(key, unit, environment);
    Entry entry = kept.orElseGet(() -> analyse(unit, environment));
    if (known.size() >= ENTRIES) {
      known.removeFirst();
    }
    known.add(entry);
    return new Found(entry.result(), new Remembered(known));
  }

  /** Where the parameters of a function may go, from memory if it was asked before. */
  Escapes escapes(Body body, Unit unit) {
    Key key = new Key(body, unit.surroundings(), unit.world().name());
    return escapes.computeIfAbsent(
        key,
        _ -> earlier.flatMap(results -> results.escapes(unit)).orElseGet(() -> escapesAnew(unit)));
  }

  private Escapes escapesAnew(Unit unit) {
    Escapes anew = engine.escapes(unit);
    earlier.ifPresent(results -> results.keep(unit, anew));
    return anew;
  }

  private Entry analyse(Unit unit, Environment environment) {
    var trace = new Trace(environment);
    Result result = engine.analyse(unit, trace, crew);
    List<Question> asked = List.copyOf(trace.answers.keySet());
    List<List<?>> answers = List.copyOf(trace.answers.values());
    earlier.ifPresent(results -> results.keep(unit, asked, answers, result));
    return new Entry(asked, answers, result);
  }

  /** What an earlier run found under the same answers. */
  private Optional<Entry> kept(Key key, Unit unit, Environment environment) {
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    Results results = earlier.get();
    for (Results.Kept one : fromEarlier.of(key, () -> results.of(unit))) {
      if (results.holdsIn(one, environment)) {
        List<Question> asked = one.questions().stream().map(this::same).toList();
        List<List<?>> answers = new ArrayList<>();
        asked.forEach(question -> answers.add(ask(question, environment)));
        return Optional.of(new Entry(asked, answers, one.result()));
      }
    }
    return Optional.empty();
  }

  private Question same(Question question) {
    return questions.computeIfAbsent(question, q -> q);
  }

  static List<?> ask(Question question, Environment environment) {
    return switch (question) {
      case Question.Macro(String name) -> environment.definitions(name);
      case Question.Function(String name) -> environment.callees(name);
      case Question.Argument(String callee, int position, boolean isPlace) ->
          List.of(environment.escape(callee, position, isPlace));
    };
  }

  /** Asked by one thread at a time: the tree behind it is for one. */
  private final class Trace implements Environment {
    private final Environment environment;
    private final Map<Question, List<?>> answers = new LinkedHashMap<>();

    Trace(Environment environment) {
      this.environment = environment;
    }

    @Override
    public List<MacroDefinition> definitions(String name) {
      return answer(new Question.Macro(name), () -> environment.definitions(name));
    }

    @Override
    public List<Callee> callees(String name) {
      return answer(new Question.Function(name), () -> environment.callees(name));
    }

    @Override
    public Escapes.Reach escape(String name, int position, boolean isPlace) {
      return answer(
              new Question.Argument(name, position, isPlace),
              () -> List.of(environment.escape(name, position, isPlace)))
          .getFirst();
    }

    /** Each kind of question has one type of answer. */
    @SuppressWarnings("unchecked")
    private synchronized <T> List<T> answer(Question question, Supplier<List<T>> source) {
      List<?> known = answers.get(question);
      if (known == null) {
        known = source.get();
        answers.put(same(question), known);
      }
      return (List<T>) known;
    }
  }
}
