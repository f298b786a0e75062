package org.zaudit.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zaudit.analysis.Environment;
import org.zaudit.analysis.Result;
import org.zaudit.analysis.Unit;
import org.zaudit.source.Condition;
import org.zaudit.source.MacroDefinition;

/**
 * Results by what they depend on. A pure function that asked certain questions and got certain
 * answers will, as long as the answers stay the same, ask the same and return the same: the traces
 * of build systems (Mokhov, Mitchell and Peyton Jones, Build Systems à la Carte, ICFP 2018). So no
 * result depends on more than was looked at. Belongs to one thread.
 */
final class Memo {
  private final Engine engine;
  private final Map<Key, List<Entry>> entries = new HashMap<>();
  private final Map<Question, Question> questions = new HashMap<>();

  Memo(Engine engine) {
    this.engine = engine;
  }

  /** The world by name: that one of a run does not change. */
  private record Key(Body body, Condition surroundings, String world) {}

  private sealed interface Question {
    record Macro(String name) implements Question {}

    record Function(String name) implements Question {}
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
  Result result(Body body, Unit unit, Environment environment) {
    Key key = new Key(body, unit.surroundings(), unit.world().name());
    List<Entry> known = entries.computeIfAbsent(key, _ -> new ArrayList<>(1));
    for (Entry entry : known.reversed()) {
      if (entry.holdsIn(environment)) {
        return entry.result();
      }
    }
    var trace = new Trace(environment);
    Result result = engine.analyse(unit, trace);
    known.add(
        new Entry(
            List.copyOf(trace.answers.keySet()), List.copyOf(trace.answers.values()), result));
    return result;
  }

  private static List<?> ask(Question question, Environment environment) {
    return switch (question) {
      case Question.Macro(String name) -> environment.definitions(name);
      case Question.Function(String name) -> environment.callees(name);
    };
  }

  private final class Trace implements Environment {
    private final Environment environment;
    private final Map<Question, List<?>> answers = new LinkedHashMap<>();

    Trace(Environment environment) {
      this.environment = environment;
    }

    @Override
    public List<MacroDefinition> definitions(String name) {
      return answer(new Question.Macro(name), environment::definitions, name);
    }

    @Override
    public List<Callee> callees(String name) {
      return answer(new Question.Function(name), environment::callees, name);
    }

    /** Each kind of question has one type of answer. */
    @SuppressWarnings("unchecked")
    private <T> List<T> answer(Question question, Function<String, List<T>> source, String name) {
      List<?> known = answers.get(question);
      if (known == null) {
        known = source.apply(name);
        answers.put(questions.computeIfAbsent(question, q -> q), known);
      }
      return (List<T>) known;
    }
  }
}
