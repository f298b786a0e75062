package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.zaudit.source.MacroDefinition;

/**
 * The files of one version and what they define. Persistent: the next version shares what did not
 * change.
 *
 * @param functions by name; each list sorted by file and ordinal
 * @param macros that headers define, by name; each list sorted by file
 * @param active the worlds that the tree has
 */
record Tree(
    Layout layout,
    PMap<String, FileEntry> files,
    PMap<String, List<Definition>> functions,
    PMap<String, List<HeaderMacro>> macros,
    Layout.Witnesses witnesses,
    long active) {

  /** The definitions of one macro in one header, later ones first. */
  record HeaderMacro(String path, List<MacroDefinition> definitions) {}

  record Next(Tree tree, TreeChange change) {}

  static Tree empty(Layout layout) {
    return new Tree(
        layout,
        HashTreePMap.empty(),
        HashTreePMap.empty(),
        HashTreePMap.empty(),
        Layout.Witnesses.NONE,
        layout.active(Layout.Witnesses.NONE));
  }

  /** This tree with other files in it: with these facts, or, where there are none, gone. */
  Next with(SortedMap<String, Optional<FileFacts>> changes) {
    return new TreeStep(this).apply(changes);
  }

  Optional<Definition> definition(FunctionId id) {
    List<Definition> all = functions.getOrDefault(id.name(), List.of());
    return all.stream().filter(definition -> definition.id().equals(id)).findFirst();
  }

  long worldsOf(String path) {
    return layout.worldsOf(path, active);
  }

  boolean isIn(String path, int world) {
    return (worldsOf(path) >> world & 1) != 0;
  }

  /** Applies the changes of one step. */
  private static final class TreeStep {
    private final Tree before;
    private final TreeChange change = TreeChange.none();
    private PMap<String, FileEntry> files;
    private PMap<String, List<Definition>> functions;
    private PMap<String, List<HeaderMacro>> macros;
    private Layout.Witnesses witnesses;

    TreeStep(Tree before) {
      this.before = before;
      this.files = before.files;
      this.functions = before.functions;
      this.macros = before.macros;
      this.witnesses = before.witnesses;
    }

    Next apply(SortedMap<String, Optional<FileFacts>> changes) {
      changes.forEach((path, facts) -> replace(path, facts));
      long active = before.layout.active(witnesses);
      Tree after = new Tree(before.layout, files, functions, macros, witnesses, active);
      boolean worlds = active != before.active;
      return new Next(
          after,
          new TreeChange(
              change.put(),
              change.gone(),
              change.resolved(),
              change.headerMacros(),
              change.fileMacros(),
              worlds));
    }

    private void replace(String path, Optional<FileFacts> facts) {
      FileEntry old = files.get(path);
      FileEntry now = facts.map(f -> FileEntry.of(path, f)).orElse(null);
      if (old == null && now == null) {
        return;
      }
      if (old == null) {
        witnesses = before.layout.count(witnesses, path, 1);
      } else if (now == null) {
        witnesses = before.layout.count(witnesses, path, -1);
      }
      replaceFunctions(
          old == null ? List.of() : old.definitions(), now == null ? List.of() : now.definitions());
      replaceMacros(
          path,
          old == null ? List.of() : old.facts().macros(),
          now == null ? List.of() : now.facts().macros());
      files = now == null ? files.minus(path) : files.plus(path, now);
    }

    private void replaceFunctions(List<Definition> old, List<Definition> now) {
      Map<FunctionId, Definition> left = new HashMap<>();
      old.forEach(definition -> left.put(definition.id(), definition));
      for (Definition fresh : now) {
        Definition known = left.remove(fresh.id());
        if (fresh.equals(known)) {
          continue;
        }
        change.put().add(fresh.id());
        if (known == null) {
          change.resolved().add(fresh);
        } else if (!fresh.resolvesLike(known)) {
          change.resolved().add(known);
          change.resolved().add(fresh);
        }
        setDefinition(fresh.id(), Optional.of(fresh));
      }
      left.values().stream()
          .sorted(Comparator.comparing(Definition::id, FunctionId.ORDER))
          .forEach(gone -> {
            change.gone().add(gone.id());
            change.resolved().add(gone);
            setDefinition(gone.id(), Optional.empty());
          });
    }

    private void setDefinition(FunctionId id, Optional<Definition> definition) {
      List<Definition> list = new ArrayList<>(functions.getOrDefault(id.name(), List.of()));
      list.removeIf(other -> other.id().equals(id));
      definition.ifPresent(list::add);
      list.sort(Comparator.comparing(Definition::id, FunctionId.ORDER));
      functions =
          list.isEmpty()
              ? functions.minus(id.name())
              : functions.plus(id.name(), List.copyOf(list));
    }

    private void replaceMacros(String path, List<MacroDefinition> old, List<MacroDefinition> now) {
      Map<String, List<MacroDefinition>> left = byName(old);
      boolean header = FileEntry.isHeader(path);
      byName(now)
          .forEach((name, definitions) -> {
            if (!definitions.equals(left.remove(name))) {
              setMacro(path, header, name, definitions);
            }
          });
      left.keySet().forEach(name -> setMacro(path, header, name, List.of()));
    }

    private static Map<String, List<MacroDefinition>> byName(List<MacroDefinition> macros) {
      Map<String, List<MacroDefinition>> byName = new HashMap<>();
      for (MacroDefinition macro : macros) {
        byName.computeIfAbsent(macro.name(), _ -> new ArrayList<>(1)).add(macro);
      }
      return byName;
    }

    private void setMacro(
        String path, boolean header, String name, List<MacroDefinition> definitions) {
      if (!header) {
        change
            .fileMacros()
            .computeIfAbsent(path, _ -> new java.util.LinkedHashSet<>())
            .add(MacroDefinition.mentioned(name));
        return;
      }
      change.headerMacros().add(MacroDefinition.mentioned(name));
      List<HeaderMacro> list = new ArrayList<>(macros.getOrDefault(name, List.of()));
      list.removeIf(other -> other.path().equals(path));
      if (!definitions.isEmpty()) {
        list.add(new HeaderMacro(path, List.copyOf(definitions)));
      }
      list.sort(Comparator.comparing(HeaderMacro::path));
      macros = list.isEmpty() ? macros.minus(name) : macros.plus(name, List.copyOf(list));
    }
  }
}
