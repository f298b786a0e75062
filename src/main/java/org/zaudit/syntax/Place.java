package org.zaudit.syntax;

/** What stands between a pair of brackets. */
enum Place {
  /** Braces with statements. */
  BLOCK,
  /** Statements as argument of a macro. */
  STATEMENTS,
  /** The head of a {@code for}. */
  FOR,
  /** Something that needs no further attention: an expression, an index, a nested declarator. */
  GROUP,
  /** The arguments of a call. */
  CALL,
  /** Parameter declarations. */
  PARAMETERS,
  /** A type, of a cast for example. */
  TYPE,
  /** {@code va_arg(list, type)}. */
  VA_ARG,
  /** {@code _Generic(selector, type: value)}. */
  GENERIC,
  /** Assembler, and what macros that stand in it are given. */
  ASM,
  /** The braces of an initialiser. */
  INITIALIZER,
  /** Members of a structure or enumerators, which nobody reads. */
  MEMBERS
}
