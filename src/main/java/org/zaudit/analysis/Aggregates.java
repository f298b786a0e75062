package org.zaudit.analysis;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.Expression.InitializerList;

/** Stores to whole structures and arrays. Belongs to the analysis of one function. */
final class Aggregates {
  private static final Pattern MEMBER = Pattern.compile("(\\.\\w+)+");

  private final Variables variables;
  private final References references;

  Aggregates(Variables variables, References references) {
    this.variables = variables;
    this.references = references;
  }

  /** What is known of the members of a structure is true of its copy. */
  void copy(Expression.Assignment assignment, State state, Location from, Location to) {
    String text = ExpressionText.of(assignment.target());
    for (Map.Entry<Location, Symbol> e : List.copyOf(state.memory.entrySet())) {
      List<Location.Step> steps = e.getKey().steps();
      if (e.getKey().startsWith(from) && !steps.isEmpty()) {
        Location member = to;
        for (Location.Step step : steps) {
          member = member.with(step);
        }
        references.assign(state, member, e.getValue(), assignment.span(), text);
      }
    }
  }

  /**
   * What is named gets its value, or what comes in its turn in an array; the rest is that of a new
   * whole.
   *
   * @param values those of the list's elements
   * @param whole the new one
   * @return what stands for all of it
   */
  Symbol initialise(
      Expression.Assignment assignment,
      InitializerList list,
      Evaluator.Located target,
      List<Symbol> values,
      Symbol whole) {
    Location place = target.location();
    String text = ExpressionText.of(assignment.target());
    if (place.base() instanceof Location.Local(String name)
        && place.steps().isEmpty()
        && variables.isArray(name)) {
      initialiseArray(list, target, values, text);
      return new Symbol.Address(place);
    }
    State state = target.state();
    if (isNamedOrZero(list)) {
      state.allocations.allocates(whole, true);
    }
    references.assign(state, place, whole, assignment.span(), text);
    for (int i = 0; i < values.size(); i++) {
      InitializerList.Element element = list.elements().get(i);
      if (MEMBER.matcher(element.designator()).matches()) {
        Location member = place;
        for (String field : element.designator().substring(1).split("\\.")) {
          member = member.field(field);
        }
        references.assign(
            state, member, values.get(i), element.value().span(), text + element.designator());
      }
    }
    return whole;
  }

  private void initialiseArray(
      InitializerList list, Evaluator.Located array, List<Symbol> values, String text) {
    State state = array.state();
    state.memory.keySet().removeIf(l -> l.startsWith(array.location()));
    if (isNamedOrZero(list)) {
      state.allocations.allocates(new Symbol.Address(array.location()), true);
    } else if (values.size() <= Bounds.ELEMENTS
        && list.elements().stream().allMatch(e -> e.designator().isEmpty())) {
      for (int i = 0; i < values.size(); i++) {
        references.assign(
            state,
            array.location().at(new Symbol.Constant(i)),
            values.get(i),
            list.elements().get(i).value().span(),
            "%s[%d]".formatted(text, i));
      }
    }
  }

  /**
   * What is not named is zero (C11, 6.7.9); which members values without names go to is not told.
   */
  private static boolean isNamedOrZero(InitializerList list) {
    return list.elements().stream()
        .allMatch(element ->
            MEMBER.matcher(element.designator()).matches()
                || element.designator().isEmpty() && isZero(element.value()));
  }

  private static boolean isZero(Expression value) {
    return switch (value) {
      case InitializerList list -> list.elements().stream().allMatch(e -> isZero(e.value()));
      case Expression.IntegerLiteral(_, long number) -> number == 0;
      case Expression.Name(_, String name) -> name.equals("NULL");
      default -> false;
    };
  }
}
