package org.zaudit.source;

/** What a word at file level tells of the declaration that it stands in. */
enum Word {
  /** A function, a type, a macro. */
  NAME,
  TYPEDEF,
  AGGREGATE,
  EXTERN,
  /** A keyword: never the name of a function, whatever follows. */
  KEYWORD,
  /** Has parentheses of its own that are no parameters. */
  ATTRIBUTE,
  /** The same, and stands on a line of its own as well. */
  PRAGMA;

  static Word of(String word) {
    return switch (word) {
      case "typedef" -> TYPEDEF;
      case "struct", "union", "enum" -> AGGREGATE;
      case "extern" -> EXTERN;
      case "auto",
          "char",
          "const",
          "double",
          "float",
          "inline",
          "int",
          "long",
          "register",
          "restrict",
          "short",
          "signed",
          "static",
          "unsigned",
          "void",
          "volatile" ->
          KEYWORD;
      // Statements outside of a function: what is left behind a brace too many.
      case "break",
          "case",
          "continue",
          "default",
          "do",
          "else",
          "for",
          "goto",
          "if",
          "return",
          "sizeof",
          "switch",
          "while" ->
          KEYWORD;
      case "_Bool",
          "_Complex",
          "_Noreturn",
          "_Thread_local",
          "__thread",
          "__const",
          "__extension__",
          "__inline",
          "__inline__",
          "__restrict",
          "__signed__",
          "__volatile__" ->
          KEYWORD;
      case "_Alignas", "alignas", "_Atomic", "typeof", "__typeof", "__typeof__" -> ATTRIBUTE;
      case "asm", "__asm", "__asm__", "__attribute", "__attribute__", "__declspec" -> ATTRIBUTE;
      case "_Pragma", "__pragma" -> PRAGMA;
      default -> NAME;
    };
  }

  /**
   * A macro by habit: no lower-case letter, or two underscores in front. Where a declaration has
   * several names before parentheses, the function's is none of these.
   */
  static boolean looksLikeMacro(String word) {
    return word.startsWith("__") || word.chars().noneMatch(c -> c >= 'a' && c <= 'z');
  }

  /** Neither a macro nor a type, by habit. */
  static boolean looksLikeFunction(String word) {
    return of(word) == NAME && !looksLikeMacro(word) && !word.endsWith("_t");
  }
}
