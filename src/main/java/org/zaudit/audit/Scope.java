package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zaudit.rules.World;
import org.zaudit.source.Condition;
import org.zaudit.source.MacroDefinition;

/** What names mean in the files of one world of one tree. Belongs to one thread. */
final class Scope {
  private final Tree tree;
  private final int world;
  private final Vocabulary vocabulary;
  private final Map<InHeaders, List<MacroDefinition>> fromHeaders = new HashMap<>();
  private final Map<String, Map<String, List<Target>>> targets = new HashMap<>();
  private final Map<String, Map<String, Reached>> reached = new HashMap<>();

  /** A macro for a file of a component that does not define it. */
  private record InHeaders(String component, String name) {}

  Scope(Tree tree, int world, Vocabulary vocabulary) {
    this.tree = tree;
    this.world = world;
    this.vocabulary = vocabulary;
  }

  /** A definition that a call may mean, and when it means this one. */
  record Target(Definition definition, Condition condition) {}

  Tree tree() {
    return tree;
  }

  World world() {
    return tree.layout().worlds().get(world);
  }

  boolean has(FunctionId id) {
    return tree.isIn(id.file(), world);
  }

  /**
   * The definitions of a macro that a file sees, with disjoint conditions: those of the file
   * itself, later ones first, then those of headers of its component, then those of the world's
   * include folders.
   */
  List<MacroDefinition> macros(String file, String name) {
    List<MacroDefinition> own = ownMacros(file, name);
    String component = component(file);
    if (own.isEmpty()) {
      return fromHeaders.computeIfAbsent(
          new InHeaders(component, name), _ -> disjoint(headerMacros(name, component, "")));
    }
    List<MacroDefinition> all = new ArrayList<>(own);
    all.addAll(headerMacros(name, component, file));
    return disjoint(all);
  }

  /**
   * The two folders that a file lies in, as seen from the root: the private headers of a library or
   * a driver are of no concern to others, though they may bear the names of public ones.
   */
  private static String component(String path) {
    int first = path.indexOf('/');
    int second = path.indexOf('/', first + 1);
    return path.substring(0, Math.max(0, second < 0 ? first : second));
  }

  /**
   * The definitions that a call in this file may mean, with disjoint conditions: those of the file
   * first, then those that belong to this world alone, then shared ones; among equals those that
   * lie nearest.
   */
  List<Target> functions(String file, String name) {
    return targets
        .computeIfAbsent(file, _ -> new HashMap<>())
        .computeIfAbsent(name, _ -> visible(file, name));
  }

  private List<Target> visible(String file, String name) {
    List<Definition> visible = new ArrayList<>();
    for (Definition definition : tree.functions().getOrDefault(name, List.of())) {
      if (isVisible(definition, file)) {
        visible.add(definition);
      }
    }
    if (visible.size() > 1) {
      visible.sort(
          Comparator.comparing((Definition d) -> rank(d.id().file(), file))
              .thenComparing(d -> -commonFolders(d.id().file(), file))
              .thenComparing(Definition::id, FunctionId.ORDER));
    }
    return disjoint(visible, Definition::condition, Target::new);
  }

  /**
   * What macros lead to.
   *
   * @param names the identifiers in their bodies, and in those of the macros mentioned there
   * @param callsParameter whether one of them calls what it is given
   */
  private record Reached(Set<String> names, boolean callsParameter) {
    static final Reached NOTHING = new Reached(Set.of(), false);
  }

  /** The identifiers in a function and, transitively, in the macros that it mentions. */
  Set<String> names(Definition definition) {
    Set<String> names = new LinkedHashSet<>();
    for (String mention : definition.body().mentions()) {
      names.add(mention);
      names.addAll(reached(definition.id().file(), mention).names());
    }
    return names;
  }

  /**
   * The names of what a function may call, itself or through macros. A name that is only handed on
   * is not among them: it is called somewhere else, through a pointer.
   */
  Set<String> calls(Definition definition) {
    Set<String> calls = new LinkedHashSet<>(definition.body().calls());
    for (String mention : definition.body().mentions()) {
      Reached reached = reached(definition.id().file(), mention);
      calls.addAll(reached.names());
      if (reached.callsParameter()) {
        calls.addAll(definition.body().mentions());
      }
    }
    return calls;
  }

  private Reached reached(String file, String macro) {
    if (vocabulary.isCall(macro)
        || !tree.macros().containsKey(macro) && ownMacros(file, macro).isEmpty()) {
      return Reached.NOTHING;
    }
    Map<String, Reached> known =
        reached.computeIfAbsent(
            definesMacros(file) ? file : component(file) + "/", _ -> new HashMap<>());
    Reached done = known.get(macro);
    if (done == null) {
      done = reach(file, macro);
      known.put(macro, done);
    }
    return done;
  }

  private Reached reach(String file, String start) {
    Set<String> names = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(start));
    boolean callsParameter = false;
    while (!open.isEmpty()) {
      for (MacroDefinition definition : macros(file, open.removeLast())) {
        callsParameter |= callsParameter(definition);
        Identifiers.forEach(
            definition.body(),
            word -> {
              if (names.add(word) && !vocabulary.isCall(word)) {
                open.add(word);
              }
            });
      }
    }
    return new Reached(names, callsParameter);
  }

  private static boolean callsParameter(MacroDefinition macro) {
    if (macro.parameters().isEmpty()) {
      return false;
    }
    Set<String> called = new HashSet<>();
    Identifiers.forEachCalled(macro.body(), called::add);
    return macro.parameters().get().stream().anyMatch(called::contains);
  }

  private boolean definesMacros(String file) {
    FileEntry entry = tree.files().get(file);
    return entry != null && !entry.facts().macros().isEmpty();
  }

  private List<MacroDefinition> ownMacros(String file, String name) {
    FileEntry entry = tree.files().get(file);
    return entry == null ? List.of() : entry.facts().macros(name);
  }

  private List<MacroDefinition> headerMacros(String name, String component, String without) {
    List<Tree.HeaderMacro> headers = new ArrayList<>();
    for (Tree.HeaderMacro header : tree.macros().getOrDefault(name, List.of())) {
      String path = header.path();
      boolean within = !path.equals(without) && tree.isIn(path, world);
      if (within && (component(path).equals(component) || isIncluded(path))) {
        headers.add(header);
      }
    }
    if (headers.size() > 1) {
      headers.sort(
          Comparator.comparing(
                  (Tree.HeaderMacro h) -> component(h.path()).equals(component) ? 0 : 1)
              .thenComparing(h -> isOwn(h.path()) ? 0 : 1)
              .thenComparing(h -> includeOrder(h.path()))
              .thenComparing(Tree.HeaderMacro::path));
    }
    List<MacroDefinition> all = new ArrayList<>();
    headers.forEach(header -> all.addAll(header.definitions()));
    return all;
  }

  /** Whether everybody may include it. A world that names no include folders is one component. */
  private boolean isIncluded(String path) {
    return world().includes().isEmpty() || includeOrder(path) < world().includes().size();
  }

  private int includeOrder(String path) {
    List<String> includes = world().includes();
    for (int i = 0; i < includes.size(); i++) {
      String folder = includes.get(i).replaceAll("^/+|/+$", "");
      if (path.startsWith(folder + "/")) {
        return i;
      }
    }
    return includes.size();
  }

  private boolean isVisible(Definition definition, String file) {
    String path = definition.id().file();
    return path.equals(file)
        || (tree.isIn(path, world) && (!definition.body().isLocal() || FileEntry.isHeader(path)));
  }

  private int rank(String path, String file) {
    return path.equals(file) ? 0 : isOwn(path) ? 1 : 2;
  }

  private boolean isOwn(String path) {
    return Long.bitCount(tree.worldsOf(path)) == 1;
  }

  private static int commonFolders(String one, String other) {
    int common = 0;
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        break;
      }
      common += one.charAt(i) == '/' ? 1 : 0;
    }
    return common;
  }

  private static List<MacroDefinition> disjoint(List<MacroDefinition> macros) {
    return disjoint(
        macros,
        MacroDefinition::condition,
        (macro, condition) ->
            condition.equals(macro.condition())
                ? macro
                : new MacroDefinition(macro.name(), macro.parameters(), macro.body(), condition));
  }

  /**
   * Each under its own condition as far as no earlier one holds; without those for which nothing is
   * left.
   */
  private static <T, R> List<R> disjoint(
      List<T> all, Function<T, Condition> conditionOf, BiFunction<T, Condition, R> make) {
    if (all.isEmpty()) {
      return List.of();
    }
    if (all.size() == 1) {
      return List.of(make.apply(all.getFirst(), conditionOf.apply(all.getFirst())));
    }
    List<R> result = new ArrayList<>();
    Condition left = Condition.always();
    for (T one : all) {
      Condition condition = conditionOf.apply(one).and(left);
      if (!condition.isNever()) {
        result.add(make.apply(one, condition));
        left = left.and(condition.not());
      }
    }
    return List.copyOf(result);
  }
}
