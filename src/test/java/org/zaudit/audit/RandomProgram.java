package org.zaudit.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A small random C program over one resource: {@code get()} takes a thing or gives NULL, {@code
 * put()} gives it back and accepts NULL, {@code use()} looks at it. The function {@code f} works
 * for a caller, to whom what lies in {@code *out} and {@code *box} belongs, and calls helpers, two
 * deep, which are right by themselves: whatever goes wrong goes wrong in {@code f}. Every statement
 * that calls something stands on a line of its own.
 *
 * <p>Loops are bounded by {@code a}, {@code b} (-1 to 3 each) or a small constant, so that all
 * inputs can be run.
 *
 * @param name of the function
 * @param helpers their texts
 * @param text of {@code f}
 */
record RandomProgram(String name, List<String> helpers, List<String> text) {
  /** The types and functions that the programs use, which a compiler wants to know. */
  static final String PREAMBLE =
      """
      struct thing { int value; };
      struct box { struct thing *one; struct thing *many[3]; };
      struct thing *get(void);
      void put(struct thing *);
      void use(struct thing *);

      """;

  static final String FUNCTION = "f";
  static final String HELPER = "h";

  private static final List<String> THINGS = List.of("p", "q");
  private static final List<String> PARAMETERS = List.of("a", "b");

  /** The program with this number: the same number gives the same program. */
  static RandomProgram of(long number, RandomGenerator random) {
    return new Writer(number, random).program();
  }

  @Override
  public String toString() {
    return String.join("\n", helpers)
        + (helpers.isEmpty() ? "" : "\n")
        + String.join("\n", text)
        + "\n\n";
  }

  private static final class Writer {
    private final long number;
    private final RandomGenerator random;
    private final List<String> helpers = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private int depth = 1;
    private int loops;
    private boolean hasOut;
    private boolean hasAgain;

    /** The variable for which something was taken last. */
    private String recent = "p";

    /** Its array is filled and emptied as a whole, or else element by element. */
    private final boolean hasRuns;

    Writer(long number, RandomGenerator random) {
      this.number = number;
      this.random = random;
      this.hasRuns = random.nextBoolean();
    }

    RandomProgram program() {
      boolean again = chance(8);
      lines.add("int");
      lines.add(FUNCTION + number + "(int a, int b, struct thing **out, struct box *box)");
      lines.add("{");
      line("struct thing *p = NULL, *q = NULL, *v[3] = { NULL, NULL, NULL };");
      line("struct box s = { NULL, { NULL, NULL, NULL } };");
      line("int i = 0, j = 0, flag = 0, err = 0, rounds = 0;");
      line("");
      if (again) {
        lines.add("again:");
        hasAgain = true;
      }
      block(2 + random.nextInt(4));
      boolean isCleanedUp = hasOut || chance(85);
      if (hasOut) {
        lines.add("out:");
      }
      if (isCleanedUp) {
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
          cleanUp();
        }
      }
      line("(void)(i + j + flag + rounds);");
      line("return (err);");
      lines.add("}");
      return new RandomProgram(FUNCTION + number, List.copyOf(helpers), List.copyOf(lines));
    }

    private boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }

    private String any(List<String> words) {
      return words.get(random.nextInt(words.size()));
    }

    private void line(String text) {
      lines.add(text.isEmpty() ? "" : "\t".repeat(depth) + text);
    }

    private void block(int statements) {
      for (int n = 0; n < statements; n++) {
        statement();
      }
    }

    private void nested(int statements) {
      depth++;
      block(statements);
      depth--;
    }

    /** A place that holds a thing, of this function or, outside of loops, of its caller. */
    private String place() {
      return switch (random.nextInt(loops > 0 || hasAgain ? 9 : 12)) {
        case 0 -> "s.one";
        case 1 -> hasRuns ? "s.one" : "v[" + random.nextInt(3) + "]";
        case 9 -> "*out";
        case 10 -> "box->one";
        default -> any(THINGS);
      };
    }

    private String box() {
      return loops > 0 || hasAgain || chance(50) ? "&s" : "box";
    }

    private void statement() {
      switch (random.nextInt(depth < 4 ? 20 : 13)) {
        case 0, 1, 2 -> acquire();
        case 3, 4 -> release(chance(60) ? recent : place());
        case 5 -> line(any(THINGS) + " = " + place() + ";");
        case 6 -> line(place() + " = " + any(THINGS) + ";");
        case 7 -> line("use(" + (chance(60) ? recent : place()) + ");");
        case 8 ->
            line((chance(50) ? "flag = " : "err = ") + any(List.of("0", "1", "a", "-1")) + ";");
        case 9, 10 -> call();
        case 11 -> leave();
        case 12 -> line(place() + " = NULL;");
        case 13, 14, 15 -> branch();
        case 16 -> loop();
        case 17 -> array();
        case 18 -> choice();
        default -> handOver();
      }
    }

    private void acquire() {
      String place = place();
      line(place + " = get();");
      if (THINGS.contains(place)) {
        recent = place;
      }
      if (chance(60)) {
        line("if (" + place + " == NULL) {");
        depth++;
        if (chance(50)) {
          line("err = -1;");
        }
        leave();
        depth--;
        line("}");
      }
    }

    private void release(String place) {
      String guard =
          switch (random.nextInt(6)) {
            case 0 -> "if (" + place + " != NULL)";
            case 1 -> "if (" + condition() + ")";
            default -> "";
          };
      if (guard.isEmpty()) {
        line("put(" + place + ");");
        if (chance(25)) {
          line(place + " = NULL;");
        }
      } else {
        line(guard + " {");
        depth++;
        line("put(" + place + ");");
        if (chance(30)) {
          line(place + " = NULL;");
        }
        depth--;
        line("}");
      }
    }

    private void handOver() {
      String thing = any(THINGS);
      line(any(List.of("*out", "box->one", "box->many[1]")) + " = " + thing + ";");
      if (chance(70)) {
        line(thing + " = NULL;");
      }
    }

    private String condition() {
      return switch (random.nextInt(11)) {
        case 0 -> "a == 1";
        case 1 -> "b > 1";
        case 2 -> "flag";
        case 3 -> "!flag";
        case 4 -> any(THINGS) + " != NULL";
        case 5 -> "err != 0";
        case 6 -> "a && b < 2";
        case 7 -> "a == 2 || " + any(THINGS) + " == NULL";
        case 8 -> "b";
        case 9 -> "a > b";
        default -> "a";
      };
    }

    private void branch() {
      line("if (" + condition() + ") {");
      nested(1 + random.nextInt(2));
      if (chance(40)) {
        line("} else {");
        nested(1 + random.nextInt(2));
      }
      line("}");
    }

    private void loop() {
      if (loops > 0) {
        branch();
        return;
      }
      loops++;
      String counter = any(List.of("i", "j"));
      line(
          "for (%s = 0; %s < %s; %s++) {"
              .formatted(counter, counter, any(List.of("a", "b", "2", "3")), counter));
      nested(1 + random.nextInt(3));
      if (chance(25)) {
        line("\tif (" + condition() + ")");
        line("\t\t" + any(List.of("break;", "continue;")));
      }
      line("}");
      loops--;
    }

    private void array() {
      if (loops > 0 || !hasRuns) {
        acquire();
        return;
      }
      if (chance(50)) {
        line("for (i = 0; i < 3; i++) {");
        line("\tv[i] = get();");
        if (chance(80)) {
          line("\tif (v[i] == NULL)");
          line("\t\tbreak;");
        }
        line("}");
        if (chance(60)) {
          line("if (i < 3) {");
          line("\twhile (--i >= " + any(List.of("0", "0", "1")) + ")");
          line("\t\tput(v[i]);");
          depth++;
          line("return (-1);");
          depth--;
          line("}");
        }
      } else {
        line(
            "for (j = "
                + any(List.of("0", "0", "1"))
                + "; j < "
                + any(List.of("3", "3", "2"))
                + "; j++) {");
        line("\tput(v[j]);");
        if (chance(60)) {
          line("\tv[j] = NULL;");
        }
        line("}");
      }
    }

    private void choice() {
      line("switch (" + any(PARAMETERS) + ") {");
      for (int n = 0; n < 2; n++) {
        line("case " + n + ":");
        nested(1);
        if (chance(75)) {
          line("\tbreak;");
        }
      }
      line("default:");
      nested(1);
      line("\tbreak;");
      line("}");
    }

    private void leave() {
      switch (random.nextInt(loops > 0 ? 6 : 5)) {
        case 0, 1 -> line("return (" + any(List.of("err", "-1", "0")) + ");");
        case 5 -> line(any(List.of("break;", "continue;")));
        case 4 -> {
          if (hasAgain && loops == 0) {
            line("if (rounds++ < 2)");
            line("\tgoto again;");
          }
          line("return (err);");
        }
        default -> {
          hasOut = true;
          line("goto out;");
        }
      }
    }

    private void cleanUp() {
      switch (hasRuns ? random.nextInt(5) : 1 + random.nextInt(4)) {
        case 0 -> {
          line("for (j = 0; j < 3; j++)");
          line("\tput(v[j]);");
        }
        case 1 -> release("s.one");
        case 2 -> {
          line("if (err != 0)");
          line("\tput(" + any(THINGS) + ");");
        }
        default -> release(any(THINGS));
      }
    }

    /** A call of a helper, which is written for it, and of another by that one in the last two. */
    private void call() {
      String name = HELPER + number + "_" + helpers.size();
      String outer = HELPER + number + "_" + (helpers.size() + 1);
      String thing = any(THINGS);
      switch (random.nextInt(9)) {
        case 0 -> {
          define(
              "struct thing *%s(int c)", name, "if (c > 1)", "\treturn (NULL);", "return (get());");
          line("%s = %s(%s);".formatted(thing, name, any(List.of("a", "b", "1"))));
        }
        case 1 -> {
          define(
              "int %s(struct thing **where, int c)",
              name,
              "if (c == 0)",
              "\treturn (-1);",
              "*where = get();",
              "if (*where == NULL)",
              "\treturn (-1);",
              "return (0);");
          line(thing + " = NULL;");
          line("err = %s(&%s, %s);".formatted(name, thing, any(List.of("a", "b", "1"))));
          if (chance(60)) {
            line("if (err != 0)");
            line("\treturn (err);");
          }
        }
        case 2 -> {
          define("void %s(struct thing *t, int c)", name, "if (c == 1)", "\tput(t);");
          line("%s(%s, %s);".formatted(name, thing, any(List.of("a", "b", "flag", "1"))));
        }
        case 3 -> {
          define(
              "int %s(struct thing *t, int c)",
              name, "if (c > 1) {", "\tput(t);", "\treturn (-1);", "}", "return (0);");
          line("err = %s(%s, %s);".formatted(name, thing, any(PARAMETERS)));
          if (chance(50)) {
            line("if (err != 0)");
            line("\t" + thing + " = NULL;");
          }
        }
        case 4 -> {
          define(
              "int %s(struct box *x)",
              name, "x->one = get();", "return (x->one == NULL ? -1 : 0);");
          line("err = %s(&s);".formatted(name));
        }
        case 5 -> {
          define("void %s(struct box *x)", name, "put(x->one);", "x->one = NULL;");
          line("%s(%s);".formatted(name, box()));
        }
        case 6 -> {
          define("struct thing *%s(struct thing *t)", name, "use(t);", "return (t);");
          line("%s = %s(%s);".formatted(any(THINGS), name, thing));
        }
        case 7 -> {
          define("void %s(struct thing *t)", name, "put(t);");
          define(
              "int %s(struct thing *t, int c)",
              outer, "if (c > 0) {", "\t" + name + "(t);", "\treturn (1);", "}", "return (0);");
          line("flag = %s(%s, %s);".formatted(outer, thing, any(PARAMETERS)));
        }
        default -> {
          define("struct thing *%s(void)", name, "return (get());");
          define(
              "int %s(struct box *x, int c)",
              outer,
              "if (c == 2)",
              "\treturn (0);",
              "x->one = " + name + "();",
              "return (x->one != NULL);");
          line("flag = %s(&s, %s);".formatted(outer, any(PARAMETERS)));
        }
      }
    }

    /**
     * @param head with {@code %s} for the name, which begins a line as the kernel has it
     */
    private void define(String head, String name, String... body) {
      String type = head.substring(0, head.indexOf("%s")).strip();
      StringBuilder text = new StringBuilder("static " + type + "\n");
      text.append(head.substring(head.indexOf("%s")).formatted(name)).append("\n{\n");
      for (String statement : body) {
        text.append('\t').append(statement).append('\n');
      }
      helpers.add(text.append("}\n").toString());
    }
  }
}
