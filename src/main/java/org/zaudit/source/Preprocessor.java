package org.zaudit.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.zaudit.rules.World;

/** Resolves conditionals and expands those macros that the analysis needs to see through. */
public final class Preprocessor {
  private Preprocessor() {}

  /**
   * The satisfiable configurations in the world, under the surroundings, in which the text of the
   * chunk differs: by its own conditionals, or by those around the definitions of macros that are
   * expanded in it. At least one unless the surroundings exclude the world; their conditions
   * exclude one another, and together they are the surroundings. Past the bound of {@link
   * Bounds#CONFIGURATIONS}: as many, among them for each branch one that takes it, as long as that
   * many suffice. Left out are those that come to an {@code #error}: nobody compiles them.
   *
   * @param isContract names that a contract knows: a macro of such a name is a call and never
   *     expanded
   * @param interesting names that a contract or a non-trivial summary knows: macros that mention
   *     them are expanded, and so are macros that stand in for a function of that name in other
   *     configurations
   */
  public static List<Configuration> configurations(
      ChunkText text,
      Condition surroundings,
      World world,
      MacroTable macros,
      Predicate<String> isContract,
      Predicate<String> interesting) {
    MacroPolicy policy = new MacroPolicy(macros, isContract, interesting);
    byte[] bytes = bytes(text);
    return new Configurations(
            choices -> {
              Settings settings = new Settings(world, macros, choices);
              Branches taken = Branches.read(bytes, settings);
              String result = output(taken, settings, policy).text();
              return taken.compiles() ? Optional.of(result) : Optional.empty();
            })
        .under(surroundings.in(world));
  }

  /**
   * The text of the chunk in one configuration. Linear in the size of the result, which is bounded.
   */
  public static Expanded expand(
      ChunkText text,
      Configuration configuration,
      World world,
      MacroTable macros,
      Predicate<String> isContract,
      Predicate<String> interesting) {
    MacroPolicy policy = new MacroPolicy(macros, isContract, interesting);
    Settings settings = new Settings(world, macros, Decisions.of(configuration.values()));
    return output(Branches.read(bytes(text), settings), settings, policy).expanded();
  }

  private static Output output(Branches taken, Settings settings, MacroPolicy policy) {
    return new Output(new Expander(settings, policy).expand(taken.tokens()));
  }

  private static byte[] bytes(ChunkText text) {
    return text.text().getBytes(StandardCharsets.ISO_8859_1);
  }
}
