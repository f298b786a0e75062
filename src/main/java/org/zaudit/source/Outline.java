package org.zaudit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.zaudit.source.Frame.Place;

/** Puts together what the scanner reads: declarations, with the conditionals that cross them. */
final class Outline {
  private final byte[] text;
  private final Pieces pieces;
  private final Guard guard;
  private final Conditionals conditionals;
  private final Macros macros = new Macros();
  private final List<String> includes = new ArrayList<>();

  private Head head = new Head();
  private Nesting nesting = Nesting.NONE;
  private Item item = Item.NONE;
  private int functions;

  /**
   * Set once braces have turned out not to match: from then on a closing brace in the first column
   * ends what is open.
   */
  private boolean columnDecides;

  private @Nullable Retreat retreat;

  /** Where a declaration that swallows the rest of the file may have ended instead. */
  private record Retreat(int at, Frame frame) {}

  Outline(byte[] text) {
    this.text = text;
    this.pieces = new Pieces(text);
    this.guard = new Guard(text, pieces, macros);
    this.conditionals = new Conditionals(text, guard);
  }

  boolean isOutside() {
    return nesting.isOutside();
  }

  /** Of the declaration that goes on at this offset, or else begins there. */
  Head head(int at) {
    if (!item.isOpen()) {
      item = Item.at(at, conditionals.top());
    }
    return head;
  }

  void word(String word, int start, int end) {
    // A call of a macro is a declaration when the next line starts with a word; a single name when
    // a line is left empty after it.
    if (head.isCall() || head.isSingleName()) {
      int lines = Lexis.newlines(text, /* start= */ head.end(), /* end= */ start);
      if (lines > (head.isCall() ? 0 : 1)) {
        endCall();
      }
    }
    head(start).word(word, end);
  }

  private void endCall() {
    end(Chunk.Kind.DECLARATION, head.functionName(), head.end(), Piece.Role.CALL);
  }

  void semicolon(int at) {
    int end = at + 1;
    if (head.isInGroup()) {
      head.other((byte) ';', end);
    } else if (!head.isEmpty()) {
      if (head.isTypedef() || (head.isAggregate() && item.hasBraces())) {
        end(Chunk.Kind.TYPE, head.typeName(), end, Piece.Role.ANY);
      } else if (head.isOldStyle()) {
        end(Chunk.Kind.DECLARATION, head.functionName(), end, Piece.Role.OLD_STYLE);
      } else {
        end(Chunk.Kind.DECLARATION, "", end, Piece.Role.ANY);
      }
    }
  }

  /** An opening brace outside of braces. */
  void openBody(int at) {
    if (head.isInGroup() && !Lexis.isFirstColumn(text, at)) {
      // An argument of a macro; in the first column it shows that parentheses were miscounted.
      head.other((byte) '{', at + 1);
    } else if (head.isLanguage()) {
      end(Chunk.Kind.DECLARATION, "", at + 1, Piece.Role.ANY);
    } else {
      head.closeAll();
      enterBody(at);
      nesting = nesting.plus(1);
    }
  }

  private void enterBody(int at) {
    if (head.isFunction()) {
      item = item.as(Chunk.Kind.FUNCTION, head.functionName());
    } else if (!head.isEmpty()) {
      item = item.withBraces();
    } else {
      OptionalInt opening = item.isOpen() ? OptionalInt.empty() : pieces.headOfBody();
      head(at);
      item =
          opening.isPresent()
              ? item.from(pieces.get(opening.getAsInt()), conditionals.height())
                  .as(Chunk.Kind.FUNCTION, pieces.nameOfHead(opening.getAsInt()))
              : item.as(Chunk.Kind.OTHER, "");
      opening.ifPresent(pieces::truncate);
    }
  }

  /** An opening brace inside of braces. */
  void openBrace() {
    nesting = nesting.plus(1);
  }

  /** A closing brace inside of braces. */
  void closeBrace(int at) {
    nesting = nesting.plus(-1);
    if (!isOutside() && Lexis.isFirstColumn(text, at)) {
      if (columnDecides) {
        nesting = Nesting.NONE;
      } else if (retreat == null) {
        retreat = new Retreat(at + 1, conditionals.top());
      }
    }
    if (isOutside()) {
      if (head.isEmpty() || head.isFunction()) {
        end(Chunk.Kind.OTHER, "", at + 1, Piece.Role.ANY);
      } else {
        // A structure or an initialiser goes on to its semicolon.
        head.braces(at + 1);
      }
    }
  }

  /** A closing brace outside of braces. */
  void strayBrace(int at) {
    if (!head.isEmpty()) {
      head.other((byte) '}', at + 1);
    }
  }

  /**
   * When the file ends inside of a declaration: the offset after the first brace in a first column
   * that could have closed the function, or after the end that a conditional put off which is never
   * closed, to go on from there. At most once.
   */
  OptionalInt retreat() {
    Retreat back = retreat;
    if (columnDecides || back == null || !item.isOpen()) {
      return OptionalInt.empty();
    }
    columnDecides = true;
    conditionals.restore(back.frame);
    end(Chunk.Kind.OTHER, "", back.at, Piece.Role.ANY);
    return OptionalInt.of(back.at);
  }

  SourceFile end() {
    if (item.isOpen()) {
      pieces.add(item.as(Chunk.Kind.DECLARATION, "").piece(text.length, Piece.Role.ANY));
    }
    guard.end();
    return new SourceFile(pieces.chunks(), macros.inForce(), List.copyOf(includes));
  }

  /**
   * The declaration ends here; but when it began outside of the conditional that we are in, only
   * with the conditional.
   */
  private void end(Chunk.Kind kind, String name, int end, Piece.Role role) {
    head = new Head();
    nesting = Nesting.NONE;
    item = item.as(kind, name);
    functions += item.isFunction() ? 1 : 0;
    if (conditionals.height() <= item.height()) {
      pieces.add(item.piece(end, role));
      item = Item.NONE;
      retreat = null;
    } else if (retreat == null) {
      retreat = new Retreat(end, conditionals.at(item.height()));
    }
  }

  /** Gives the offset from which to read on. */
  int directive(Directive directive) {
    if (isOutside() && (head.isCall() || head.isSingleMacro())) {
      endCall();
    }
    Frame outer = conditionals.outer();
    if (directive.opens()) {
      return open(directive);
    } else if (outer == null) {
      return line(directive);
    } else if (directive.divides()) {
      return divide(directive);
    } else if (directive.refuses()) {
      return refuse(directive);
    } else {
      return directive.closes() ? close(directive, outer) : line(directive);
    }
  }

  private int refuse(Directive directive) {
    int next = line(directive);
    conditionals.refuse();
    return skipDisabled(next);
  }

  private int line(Directive directive) {
    Optional<MacroDefinition> macro = Optional.empty();
    Condition condition = conditionals.top().condition();
    switch (directive.name()) {
      case "define" -> {
        macro = DefineReader.read(text, directive, condition);
        macro.ifPresent(m -> macros.define(m, functions));
        macro.ifPresent(conditionals::define);
      }
      case "undef" -> {
        String name = directive.word(text);
        macros.undefine(name, condition, functions);
        conditionals.undefine(name);
      }
      case "include", "include_next", "import" -> directive.included(text).ifPresent(includes::add);
      default -> {}
    }
    Chunk.Kind kind = macro.isPresent() ? Chunk.Kind.MACRO : Chunk.Kind.DIRECTIVE;
    piece(
        directive, kind, macro.map(MacroDefinition::name).orElse(""), condition, Piece.Role.ANY, 0);
    return directive.end();
  }

  private int open(Directive directive) {
    int index = pieces.size();
    boolean first = index == 0 && !item.isOpen();
    piece(directive, Chunk.Kind.DIRECTIVE, "", conditionals.top().condition(), Piece.Role.ANY, 0);
    return enterBranch(
        directive, conditionals.open(directive, first, index, new Place(head, nesting)));
  }

  private int divide(Directive directive) {
    absorb();
    piece(
        directive,
        Chunk.Kind.DIRECTIVE,
        "",
        conditionals.top().conditionAround(),
        Piece.Role.ANY,
        0);
    return enterBranch(directive, conditionals.divide(directive, new Place(head, nesting)));
  }

  private int close(Directive directive, Frame outer) {
    absorb();
    Frame closed = conditionals.top();
    piece(
        directive,
        Chunk.Kind.DIRECTIVE,
        "",
        closed.conditionAround(),
        Piece.Role.CLOSES,
        closed.piece());
    Place place = conditionals.close(outer, new Place(head, nesting), item.kind().isEmpty());
    head = place.head();
    nesting = place.nesting();
    if (item.isOpen() && isOutside() && head.isEmpty() && outer.height() == item.height()) {
      end(Chunk.Kind.OTHER, "", directive.end(), Piece.Role.ANY);
    }
    return directive.end();
  }

  /**
   * @param disabled whether the branch is not even meant to be C
   */
  private int enterBranch(Directive directive, boolean disabled) {
    Frame frame = conditionals.top();
    Place place = frame.saved().in(frame.branch());
    head = place.head();
    nesting = place.nesting();
    return disabled ? skipDisabled(directive.end()) : directive.end();
  }

  /** Gives where the branch ends. */
  private int skipDisabled(int start) {
    int next = DeadCode.end(text, start);
    if (!item.isOpen()) {
      Condition never = Condition.never();
      pieces.add(
          new Piece(
              Chunk.Kind.OTHER,
              "",
              start,
              /* end= */ Lexis.startOfLine(text, next),
              never,
              never,
              Piece.Role.ANY,
              0));
    }
    return next;
  }

  /** A directive is a piece of its own unless it stands in another. */
  private void piece(
      Directive directive,
      Chunk.Kind kind,
      String name,
      Condition condition,
      Piece.Role role,
      int match) {
    if (!item.isOpen()) {
      Condition before = conditionals.top().condition();
      pieces.add(
          new Piece(
              kind, name, directive.start(), directive.end(), condition, before, role, match));
    }
  }

  /** What began in this branch and goes on after it began with the conditional. */
  private void absorb() {
    Frame frame = conditionals.top();
    if (item.isOpen() && item.height() >= frame.height()) {
      item = item.from(frame);
      pieces.truncate(frame.piece());
    }
  }
}
