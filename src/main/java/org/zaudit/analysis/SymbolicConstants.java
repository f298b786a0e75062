package org.zaudit.analysis;

import java.util.List;
import java.util.function.Predicate;
import org.zaudit.source.MacroDefinition;

/**
 * An environment in which the constants that go by their names have no other meaning: those of C,
 * and the flags of the rules. What a header of one platform or another says that they are worth
 * would make one flag of two, or two functions of one.
 *
 * @param isFlag of names, whether rules tell them apart by themselves
 */
record SymbolicConstants(Environment all, Predicate<String> isFlag) implements Environment {
  @Override
  public List<MacroDefinition> definitions(String name) {
    String mentioned = MacroDefinition.mentioned(name);
    if (!isFlag.test(mentioned) && !Constants.isOfC(mentioned)) {
      return all.definitions(name);
    }
    List<MacroDefinition> definitions = all.definitions(name);
    // What takes arguments is no constant, whatever it is called.
    return definitions.stream().anyMatch(macro -> macro.parameters().isEmpty())
        ? List.of()
        : definitions;
  }

  @Override
  public List<Callee> callees(String name) {
    return all.callees(name);
  }

  @Override
  public Escapes.Reach escape(String name, int position, boolean isPlace) {
    return all.escape(name, position, isPlace);
  }
}
