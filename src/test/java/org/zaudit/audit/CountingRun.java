package org.zaudit.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs random programs over all their inputs, with a resource that counts, and says what went
 * wrong. Knows nothing of the engine.
 */
final class CountingRun {
  /**
   * What some run of a program shows, by lines of {@code f}, the first of which is 1.
   *
   * @param leaks what was taken there is lost, in a run in which nothing else goes wrong before
   * @param bad what had been given back is given back or used there, first of all in its run
   * @param laterLeaks what is lost after something else went wrong
   * @param laterBad the same for what had been given back
   */
  record Shown(
      SortedSet<Integer> leaks,
      SortedSet<Integer> bad,
      SortedSet<Integer> laterLeaks,
      SortedSet<Integer> laterBad) {
    private static final List<String> WORDS = List.of("leak", "bad", "later-leak", "later-bad");

    static Shown nothing() {
      return new Shown(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    /** From what {@link #toString} gives. */
    static Shown parse(String text) {
      Shown shown = nothing();
      for (String part : text.split(";")) {
        String[] words = part.strip().split(" ");
        for (int i = 1; i < words.length; i++) {
          shown.sets().get(WORDS.indexOf(words[0])).add(Integer.parseInt(words[i]));
        }
      }
      return shown;
    }

    private List<SortedSet<Integer>> sets() {
      return List.of(leaks, bad, laterLeaks, laterBad);
    }

    @Override
    public String toString() {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < WORDS.size(); i++) {
        if (!sets().get(i).isEmpty()) {
          parts.add(
              WORDS.get(i)
                  + " "
                  + String.join(" ", sets().get(i).stream().map(String::valueOf).toList()));
        }
      }
      return parts.isEmpty() ? "nothing" : String.join("; ", parts);
    }
  }

  /**
   * One choice is made for each thing that is asked for: it is there, or not. What the caller
   * brings along is asked for in line 0, and is the caller's.
   */
  private static final String STUBS =
      """
      #include <stdio.h>
      #include <string.h>
      #include <stdlib.h>
      #define THINGS 256
      struct thing { int value; int line; int is_out; };
      struct box { struct thing *one; struct thing *many[3]; };
      static struct thing things[THINGS];
      static int taken, line_of_f, went_wrong;
      static unsigned char choices[THINGS];
      static int chosen, decided;
      static unsigned char seen[4][512];
      static int choose(void)
      {
        if (chosen == decided) choices[decided++] = 0;
        return (choices[chosen++]);
      }
      static struct thing *counted_get(int line)
      {
        if (taken == THINGS) { fprintf(stderr, "too many things\\n"); exit(3); }
        if (choose()) return (NULL);
        things[taken].line = line;
        things[taken].is_out = 1;
        return (&things[taken++]);
      }
      static void wrong(int line)
      {
        seen[went_wrong ? 3 : 1][line] = 1;
        went_wrong = 1;
      }
      static void counted_put(int line, struct thing *t)
      {
        if (t == NULL) return;
        if (!t->is_out) wrong(line);
        t->is_out = 0;
      }
      static void counted_use(int line, struct thing *t)
      {
        if (t != NULL && !t->is_out) wrong(line);
      }
      static int next_choices(void)
      {
        decided = chosen;
        while (decided > 0 && choices[decided - 1] == 1) decided--;
        if (decided == 0) return (0);
        choices[decided - 1] = 1;
        return (1);
      }
      static void run_all(int number, int (*f)(int, int, struct thing **, struct box *))
      {
        static const char *words[4] = { "leak", "bad", "later-leak", "later-bad" };
        memset(seen, 0, sizeof (seen));
        for (int a = -1; a < 4; a++) for (int b = -1; b < 4; b++) {
          int runs = 0;
          decided = 0;
          do {
            struct thing *out = NULL;
            struct box box = { NULL, { NULL, NULL, NULL } };
            if (++runs > 20000) { printf("%d too many runs\\n", number); return; }
            taken = chosen = went_wrong = 0;
            out = counted_get(0);
            box.one = counted_get(0);
            f(a, b, &out, &box);
            for (int i = 0; i < taken; i++) {
              struct thing *t = &things[i];
              if (t->is_out && t->line != 0 && t != out && t != box.one && t != box.many[0] && t != box.many[1]
                  && t != box.many[2]) seen[went_wrong ? 2 : 0][t->line] = 1;
            }
          } while (next_choices());
        }
        printf("%d ", number);
        for (int k = 0; k < 4; k++) {
          int any = 0;
          for (int i = 0; i < 512; i++) if (seen[k][i]) {
            printf("%s %d", any ? "" : words[k], i);
            any = 1;
          }
          if (any) printf(";");
        }
        printf("\\n");
      }
      """;

  private static final Pattern GET = Pattern.compile("\\bget\\(\\)");
  private static final Pattern OTHER = Pattern.compile("\\b(put|use)\\(");
  private static final Pattern CALL =
      Pattern.compile("\\b(" + RandomProgram.HELPER + "\\d+_\\d+)\\(");

  private CountingRun() {}

  /** True where there is a C compiler. */
  static boolean isPossible() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "cc")));
  }

  /**
   * Compiles these programs and runs each with every choice of things that are there and of {@code
   * a} and {@code b}.
   *
   * @param folder for what the compiler makes
   * @return what the runs of each show; empty for one with too many runs
   */
  static List<Optional<Shown>> of(List<RandomProgram> programs, Path folder)
      throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder(STUBS);
    for (int i = 0; i < programs.size(); i++) {
      programs.get(i).helpers().forEach(helper -> text.append(ofHelper(helper)));
      text.append("#line 1\n");
      programs.get(i).text().forEach(line -> text.append(ofFunction(line)).append('\n'));
    }
    text.append("int main(void)\n{\n");
    for (int i = 0; i < programs.size(); i++) {
      text.append("  run_all(%d, %s);\n".formatted(i, programs.get(i).name()));
    }
    text.append("  return (0);\n}\n");
    Path source = folder.resolve("programs.c");
    Path program = folder.resolve("programs");
    Path output = folder.resolve("shown");
    Files.writeString(source, text);
    run(folder.resolve("messages"), "cc", "-w", "-O1", "-o", program.toString(), source.toString());
    run(output, program.toString());
    List<Optional<Shown>> shown = new ArrayList<>();
    for (String line : Files.readAllLines(output)) {
      String what = line.substring(line.indexOf(' ') < 0 ? line.length() : line.indexOf(' '));
      shown.add(what.contains("too many") ? Optional.empty() : Optional.of(Shown.parse(what)));
    }
    return shown;
  }

  /** What a helper does happens where it is called. */
  private static String ofHelper(String text) {
    return OTHER
        .matcher(GET.matcher(text).replaceAll("counted_get(line_of_f)"))
        .replaceAll("counted_$1(line_of_f, ");
  }

  private static String ofFunction(String line) {
    String direct =
        OTHER
            .matcher(GET.matcher(line).replaceAll("counted_get(__LINE__)"))
            .replaceAll("counted_$1(__LINE__, ");
    return CALL.matcher(direct).replaceAll("(line_of_f = __LINE__, $1)(");
  }

  private static void run(Path output, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(
          String.join(" ", command) + ": " + Files.readString(output).lines().limit(5).toList());
    }
  }
}
