package org.zaudit.cli;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.zaudit.analysis.Confidence;
import org.zaudit.audit.Life;
import org.zaudit.report.Report;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A value out of a few, each with the name that users write; converts, and offers the names to
 * completion scripts.
 */
abstract class Choice<T> implements ITypeConverter<T>, Iterable<String> {
  private final List<T> values;
  private final Function<T, String> name;

  private Choice(List<T> values, Function<T, String> name) {
    this.values = values;
    this.name = name;
  }

  @Override
  public T convert(String text) {
    return values.stream()
        .filter(value -> name.apply(value).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException("'" + text + "' is none of " + String.join(", ", this)));
  }

  @Override
  public Iterator<String> iterator() {
    return values.stream().map(name).iterator();
  }

  static final class OfFormat extends Choice<Report.Format> {
    OfFormat() {
      super(List.of(Report.Format.values()), Report.Format::id);
    }
  }

  /** The surest first. */
  static final class OfConfidence extends Choice<Confidence> {
    OfConfidence() {
      super(List.of(Confidence.values()).reversed(), Confidence::id);
    }
  }

  /** The states that a scan tells apart. */
  static final class OfState extends Choice<Life.State> {
    OfState() {
      super(List.of(Life.State.OPEN, Life.State.FIXED, Life.State.VANISHED), Life.State::id);
    }
  }

  static final class OfShown extends Choice<Shown> {
    OfShown() {
      super(List.of(Shown.values()), Shown::id);
    }
  }

  static final class OfWhen extends Choice<When> {
    OfWhen() {
      super(List.of(When.values()), When::id);
    }
  }

  static final class OfShell extends Choice<CompletionCommand.Shell> {
    OfShell() {
      super(List.of(CompletionCommand.Shell.values()), CompletionCommand.Shell::id);
    }
  }
}
