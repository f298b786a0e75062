package org.zaudit.syntax;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.zaudit.rules.World;
import org.zaudit.source.Chunk;
import org.zaudit.source.Configuration;
import org.zaudit.source.MacroDefinition;
import org.zaudit.source.MacroTable;
import org.zaudit.source.Preprocessor;
import org.zaudit.source.SourceFile;
import org.zaudit.syntax.Syntax.Outcome;
import org.zaudit.syntax.grammar.C;

/**
 * Reads every function of every C and header file of a history, in every configuration, with the
 * macros of its own file, and tells which could not be read whole. Arguments: git directory,
 * revisions as for {@code git log}, separated by blanks, and the file for the list of losses; or
 * just a folder and that file.
 *
 * <p>A text that is the same as one before, under the same conditions and with the same macros, is
 * read once.
 */
final class HistorySurvey {
  private final Map<String, List<Lookups>> known = new HashMap<>();
  private final Set<String> texts = new HashSet<>();
  private final Set<String> places = new HashSet<>();
  private final BufferedWriter losses;
  private long blobs;
  private long definitions;
  private long bodies;
  private long configurations;
  private long bytes;
  private long notWhole;
  private long skipped;
  private long declared;

  private HistorySurvey(BufferedWriter losses) {
    this.losses = losses;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 2) {
      folder(Path.of(arguments[0]), Path.of(arguments[1]));
      return;
    }
    String repository = arguments[0];
    Map<String, String> blobs = blobs(repository, List.of(arguments[1].split(" ")));
    System.out.println(blobs.size() + " distinct files");
    try (BufferedWriter losses = Files.newBufferedWriter(Path.of(arguments[2]))) {
      HistorySurvey survey = new HistorySurvey(losses);
      survey.read(repository, blobs);
      System.out.println(survey.figures());
    }
  }

  private static void folder(Path folder, Path list) throws IOException {
    try (BufferedWriter losses = Files.newBufferedWriter(list);
        Stream<Path> files = Files.walk(folder)) {
      HistorySurvey survey = new HistorySurvey(losses);
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.toString().endsWith(".c") || file.toString().endsWith(".h")) {
          survey.read(Files.readAllBytes(file), folder.relativize(file).toString());
        }
      }
      System.out.println(survey.figures());
    }
  }

  /** The macro definitions that a reading asked for, and what it got. */
  private record Lookups(Map<String, List<MacroDefinition>> asked) {
    boolean holds(Map<String, List<MacroDefinition>> macros) {
      return asked.entrySet().stream()
          .allMatch(e -> macros.getOrDefault(e.getKey(), List.of()).equals(e.getValue()));
    }
  }

  private void read(String repository, Map<String, String> paths)
      throws IOException, InterruptedException {
    Path list = Files.createTempFile("blobs", ".txt");
    Files.write(list, paths.keySet());
    Process process =
        new ProcessBuilder("git", "--git-dir=" + repository, "cat-file", "--batch")
            .redirectInput(list.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      for (Map.Entry<String, String> blob : paths.entrySet()) {
        String header = line(in);
        if (header.endsWith(" missing")) {
          System.out.println("missing " + blob);
          continue;
        }
        byte[] file =
            in.readNBytes(Integer.parseInt(header.substring(header.lastIndexOf(' ') + 1)));
        in.skipNBytes(1);
        read(file, blob.getKey().substring(0, 10) + " " + blob.getValue());
        if (blobs % 2000 == 0) {
          System.out.println(figures());
        }
      }
    }
    Files.delete(list);
  }

  private void read(byte[] file, String name) throws IOException {
    blobs++;
    SourceFile source = SourceFile.scan(file);
    Map<String, List<MacroDefinition>> macros = new HashMap<>();
    for (MacroDefinition macro : source.macros().reversed()) {
      macros.computeIfAbsent(macro.name(), _ -> new ArrayList<>()).add(macro);
    }
    for (Chunk chunk : source.chunks()) {
      if (chunk.kind() == Chunk.Kind.FUNCTION) {
        definitions++;
        read(chunk, macros, name);
      }
    }
  }

  private void read(Chunk chunk, Map<String, List<MacroDefinition>> macros, String name)
      throws IOException {
    String key = chunk.condition() + "\n" + chunk.text().text();
    List<Lookups> before = known.computeIfAbsent(key, _ -> new ArrayList<>(1));
    if (before.stream().anyMatch(lookups -> lookups.holds(macros))) {
      return;
    }
    bodies += before.isEmpty() ? 1 : 0;
    Map<String, List<MacroDefinition>> asked = new LinkedHashMap<>();
    MacroTable table =
        word -> {
          List<MacroDefinition> found = macros.getOrDefault(word, List.of());
          asked.put(word, found);
          return found;
        };
    String place = name + ":" + chunk.line() + " " + chunk.name();
    for (Configuration way : configurations(chunk, table)) {
      String text = expand(chunk, way, table);
      if (texts.add(text)) {
        parse(text, way, place);
      }
    }
    before.add(new Lookups(Map.copyOf(asked)));
  }

  private static List<Configuration> configurations(Chunk chunk, MacroTable macros) {
    return Preprocessor.configurations(
        chunk.text(), chunk.condition(), World.byDefault(), macros, _ -> false, _ -> false);
  }

  private static String expand(Chunk chunk, Configuration way, MacroTable macros) {
    return Preprocessor.expand(chunk.text(), way, World.byDefault(), macros, _ -> false, _ -> false)
        .text();
  }

  private void parse(String text, Configuration way, String place) throws IOException {
    configurations++;
    bytes += text.length();
    switch (Reading.parse(text)) {
      case Outcome.Parsed(FunctionDefinition _, List<Syntax.Loss> lost) -> {
        if (!lost.isEmpty()) {
          lose(text, way, place, "lost " + lost.size(), lost.getFirst().token());
        }
      }
      case Outcome.Absent() -> declared++;
      case Outcome.Skipped(_, String token, String reason) -> {
        skipped++;
        lose(text, way, place, reason, token);
      }
    }
  }

  private void lose(String text, Configuration way, String place, String what, String token)
      throws IOException {
    notWhole++;
    if (places.add(place)) {
      losses.write(
          "%s: %s at '%s' %s when %s%n"
              .formatted(place, what, token, reason(text), way.condition()));
      losses.flush();
    }
  }

  /** Why no compiler would read it either, if that can be seen from its brackets alone. */
  private static String reason(String text) {
    if (text.contains("<<<<<<<") || text.contains(">>>>>>>")) {
      return "[conflict]";
    }
    Tokens tokens = Tokens.of(text);
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.type(i)) {
        case C.L_PAREN, C.R_PAREN, C.L_BRACE, C.R_BRACE, C.L_BRACKET, C.R_BRACKET -> {
          if (tokens.partner(i) == Tokens.NONE) {
            return "[unbalanced " + tokens.word(i) + "]";
          }
        }
        default -> {}
      }
    }
    return "[?]";
  }

  private String figures() {
    return "%d files, %d definitions, %d distinct of which %d not whole (%.4f %% whole); %d texts in all configurations (%.1f MB): %d not whole, %d of them skipped (%.4f %% whole), %d without a body"
        .formatted(
            blobs,
            definitions,
            bodies,
            places.size(),
            100.0 * (bodies - places.size()) / Math.max(1, bodies),
            configurations,
            bytes / 1e6,
            notWhole,
            skipped,
            100.0 * (configurations - notWhole) / Math.max(1, configurations),
            declared);
  }

  /** Each blob with a path that it had. */
  private static Map<String, String> blobs(String repository, List<String> revisions)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "git",
                "--git-dir=" + repository,
                "log",
                "--raw",
                "--no-abbrev",
                "--no-renames",
                "-m",
                "--root",
                "--format="));
    command.addAll(revisions);
    command.addAll(List.of("--", "*.c", "*.h"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Map<String, String> blobs = new LinkedHashMap<>();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    for (String line : log.split("\n")) {
      String[] parts = line.split("[ \t]");
      if (parts.length > 5 && parts[1].startsWith("100")) {
        blobs.putIfAbsent(parts[3], line.substring(line.indexOf('\t') + 1));
      }
    }
    return blobs;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
  }
}
