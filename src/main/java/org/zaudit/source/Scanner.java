package org.zaudit.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.zaudit.source.Frame.Place;

/**
 * Cuts a file into pieces in one pass over its bytes. Inside of braces it looks at braces,
 * literals, comments and directives alone; outside it reads tokens, as far as is needed to tell a
 * function from other declarations.
 */
final class Scanner {
  private final byte[] text;
  private final Pieces pieces;
  private final Guard guard;
  private final Definitions definitions = new Definitions();
  private final Map<String, Condition> asked = new HashMap<>();
  private final Macros macros = new Macros();
  private final List<String> includes = new ArrayList<>();

  private int at;
  private Frame frame = Frame.file();
  private Place place = frame.saved();
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

  Scanner(byte[] text) {
    this.text = text;
    this.pieces = new Pieces(text);
    this.guard = new Guard(text, pieces, macros);
  }

  SourceFile scan() {
    do {
      while (at < text.length) {
        if (place.nesting().isOutside()) {
          outside();
        } else {
          inside();
        }
      }
    } while (retreats());
    if (item.isOpen()) {
      pieces.add(item.as(Chunk.Kind.DECLARATION, "").piece(text.length, Piece.Role.ANY));
    }
    guard.end();
    return new SourceFile(pieces.chunks(), macros.inForce(), List.copyOf(includes));
  }

  /** Reads tokens up to an opening brace. */
  private void outside() {
    while (at < text.length && place.nesting().isOutside()) {
      byte c = text[at];
      if (Lexis.isBlank(c)) {
        at++;
      } else if (c == '/' && Lexis.startsComment(text, at)) {
        at = Lexis.comment(text, at);
      } else if (c == '#' && Lexis.isFirstOnLine(text, at)) {
        directive();
      } else if (Lexis.isWord(c)) {
        word(c);
      } else {
        punctuation(c);
      }
    }
  }

  private void word(byte first) {
    if (at == 0 && Lexis.hasByteOrderMark(text)) {
      at = 3;
      return;
    }
    int end = Lexis.word(text, at);
    if (Lexis.isDigit(first)) {
      begin();
      place.head().other(first, end);
    } else {
      endCallBeforeLine();
      begin();
      place.head().word(new String(text, at, end - at, StandardCharsets.ISO_8859_1), end);
    }
    at = end;
  }

  /**
   * A call of a macro is a declaration when the next line starts with a word; a single name when a
   * line is left empty after it.
   */
  private void endCallBeforeLine() {
    Head head = place.head();
    if (head.isCall() || head.isSingleName()) {
      int lines = Lexis.newlines(text, head.end(), at);
      if (lines > (head.isCall() ? 0 : 1)) {
        endCall();
      }
    }
  }

  private void endCall() {
    end(Chunk.Kind.DECLARATION, place.head().functionName(), place.head().end(), Piece.Role.CALL);
  }

  private void punctuation(byte c) {
    switch (c) {
      case '{' -> openingBrace();
      case '}' -> strayBrace();
      case ';' -> semicolon();
      default -> {
        begin();
        token(c);
      }
    }
  }

  private void token(byte c) {
    Head head = place.head();
    int end = at + 1;
    switch (c) {
      case '(' -> head.open(end);
      case ')' -> head.close(end);
      case '[' -> head.bracket(1, end);
      case ']' -> head.bracket(-1, end);
      case '"', '\'' -> {
        end = Lexis.literal(text, at);
        head.literal(end);
      }
      default -> head.other(c, end);
    }
    at = end;
  }

  /**
   * Braces and semicolons inside of parentheses belong to the arguments of a macro; but a brace in
   * the first column, and the parentheses were miscounted.
   */
  private boolean isArgument() {
    return place.head().isInGroup() && !Lexis.isFirstColumn(text, at);
  }

  private void strayBrace() {
    if (item.isOpen() && !place.head().isEmpty()) {
      place.head().other((byte) '}', at + 1);
    }
    at++;
  }

  private void semicolon() {
    Head head = place.head();
    int end = at + 1;
    at = end;
    if (head.isInGroup()) {
      head.other((byte) ';', end);
    } else if (!head.isEmpty()) {
      boolean type = head.isTypedef() || (head.isAggregate() && item.hasBraces());
      boolean oldStyle = !type && head.isOldStyle();
      end(
          type ? Chunk.Kind.TYPE : Chunk.Kind.DECLARATION,
          type ? head.typeName() : oldStyle ? head.functionName() : "",
          end,
          oldStyle ? Piece.Role.OLD_STYLE : Piece.Role.ANY);
    }
  }

  private void openingBrace() {
    Head head = place.head();
    if (isArgument()) {
      head.other((byte) '{', at + 1);
    } else if (head.isLanguage()) {
      at++;
      end(Chunk.Kind.DECLARATION, "", at, Piece.Role.ANY);
      return;
    } else {
      head.closeAll();
      enterBody(head);
    }
    at++;
  }

  private void enterBody(Head head) {
    if (head.isEmpty() && !item.isOpen()) {
      OptionalInt opening = pieces.headOfBody();
      begin();
      if (opening.isPresent()) {
        item =
            item.from(pieces.get(opening.getAsInt()), frame.height())
                .as(Chunk.Kind.FUNCTION, pieces.nameOfHead(opening.getAsInt()));
        pieces.truncate(opening.getAsInt());
      } else {
        item = item.as(Chunk.Kind.OTHER, "");
      }
    } else if (head.isFunction()) {
      item = item.as(Chunk.Kind.FUNCTION, head.functionName());
    } else if (head.isEmpty()) {
      item = item.as(Chunk.Kind.OTHER, "");
    } else {
      item = item.withBraces();
    }
    place = new Place(head, place.nesting().plus(1));
    retreat = null;
  }

  /** Inside of braces only few bytes matter. */
  private void inside() {
    byte[] bytes = text;
    int i = at;
    while (i < bytes.length) {
      switch (bytes[i]) {
        case '{' -> {
          place = new Place(place.head(), place.nesting().plus(1));
          i++;
        }
        case '}' -> {
          i++;
          if (closingBrace(i)) {
            at = i;
            return;
          }
        }
        case '"', '\'' -> i = Lexis.literal(bytes, i);
        case '/' -> i = Lexis.startsComment(bytes, i) ? Lexis.comment(bytes, i) : i + 1;
        case '#' -> {
          at = i;
          if (Lexis.isFirstOnLine(bytes, i)) {
            directive();
            if (place.nesting().isOutside()) {
              return;
            }
            i = at;
          } else {
            i++;
          }
        }
        default -> i++;
      }
    }
    at = i;
  }

  /** Whether it closed the last that was open. */
  private boolean closingBrace(int end) {
    place = new Place(place.head(), place.nesting().plus(-1));
    if (!place.nesting().isOutside() && Lexis.isFirstColumn(text, end - 1)) {
      if (columnDecides) {
        place = new Place(place.head(), Nesting.NONE);
      } else if (retreat == null) {
        retreat = new Retreat(end, frame);
      }
    }
    if (!place.nesting().isOutside()) {
      return false;
    }
    Head head = place.head();
    if (item.endsWithBrace(head)) {
      end(item.kindOr(Chunk.Kind.OTHER), item.name(), end, Piece.Role.ANY);
    } else {
      head.braces(end);
    }
    return true;
  }

  /**
   * When the file ends inside of braces: goes back to the first brace in a first column that could
   * have closed the function. At most once.
   */
  private boolean retreats() {
    if (columnDecides || retreat == null || place.nesting().isOutside() || !item.isOpen()) {
      return false;
    }
    columnDecides = true;
    at = retreat.at;
    frame = retreat.frame;
    end(item.kindOr(Chunk.Kind.OTHER), item.name(), at, Piece.Role.ANY);
    return true;
  }

  private void begin() {
    if (!item.isOpen()) {
      item = Item.at(at, frame);
    }
  }

  /**
   * The declaration ends here; but when it began outside of the conditional that we are in, only
   * with the conditional.
   */
  private void end(Chunk.Kind kind, String name, int end, Piece.Role role) {
    place = new Place(new Head(), Nesting.NONE);
    item = item.as(kind, name);
    functions += kind == Chunk.Kind.FUNCTION ? 1 : 0;
    if (frame.height() > item.height()) {
      return;
    }
    pieces.add(item.piece(end, role));
    item = Item.NONE;
  }

  private void directive() {
    Directive directive = Directive.at(text, at);
    if (place.nesting().isOutside() && (place.head().isCall() || place.head().isSingleMacro())) {
      endCall();
    }
    at = directive.end();
    if (directive.opens()) {
      open(directive);
    } else if (directive.divides()) {
      divide(directive);
    } else if (directive.closes()) {
      close(directive);
    } else {
      line(directive);
    }
  }

  private void line(Directive directive) {
    String name = "";
    switch (directive.name()) {
      case "define" -> {
        var macro = DefineReader.read(text, directive, frame.condition());
        macro.ifPresent(m -> macros.define(m, functions));
        macro.ifPresent(definitions::define);
        name = macro.map(MacroDefinition::name).orElse("");
      }
      case "undef" -> {
        definitions.undefine(directive.word(text), frame.condition());
        macros.undefine(directive.word(text), frame.condition(), functions);
      }
      case "include", "include_next", "import" -> directive.included(text).ifPresent(includes::add);
      default -> {}
    }
    piece(
        directive,
        name.isEmpty() ? Chunk.Kind.DIRECTIVE : Chunk.Kind.MACRO,
        name,
        frame.condition(),
        Piece.Role.ANY,
        0);
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
      pieces.add(
          new Piece(
              kind,
              name,
              directive.start(),
              directive.end(),
              condition,
              frame.condition(),
              role,
              match));
    }
  }

  private void open(Directive directive) {
    Condition asked = asked(directive);
    // A guard takes effect where it is included again, not here.
    Condition condition =
        !item.isOpen() && guard.opens(directive) ? Condition.always() : definitions.resolve(asked);
    int index = pieces.size();
    piece(directive, Chunk.Kind.DIRECTIVE, "", frame.condition(), Piece.Role.ANY, 0);
    frame = frame.open(condition, asked.isAlways(), directive.start(), index, place);
    enterBranch(asked.isNever());
  }

  private void divide(Directive directive) {
    if (frame.height() == 0) {
      line(directive);
      return;
    }
    if (guard.isAt(frame.height())) {
      frame = frame.asking(guard.refute());
    }
    absorb();
    piece(directive, Chunk.Kind.DIRECTIVE, "", frame.conditionAround(), Piece.Role.ANY, 0);
    Condition asked = asked(directive);
    boolean settled = frame.settled();
    frame = frame.divide(definitions.resolve(asked), asked.isAlways(), place);
    enterBranch(settled || asked.isNever());
  }

  /**
   * @param disabled whether the branch says of itself that it is none: then it need not be C
   */
  private void enterBranch(boolean disabled) {
    place = frame.saved().in(frame.branch());
    if (disabled) {
      int start = at;
      at = DeadCode.end(text, at);
      if (!item.isOpen()) {
        pieces.add(
            new Piece(
                Chunk.Kind.OTHER,
                "",
                start,
                Lexis.startOfLine(text, at),
                Condition.never(),
                Condition.never(),
                Piece.Role.ANY,
                0));
      }
    }
  }

  private void close(Directive directive) {
    Frame outer = frame.outer();
    if (outer == null) {
      line(directive);
      return;
    }
    absorb();
    piece(
        directive,
        Chunk.Kind.DIRECTIVE,
        "",
        frame.conditionAround(),
        Piece.Role.CLOSES,
        frame.piece());
    if (guard.isAt(frame.height())) {
      guard.close();
    }
    place = frame.close(place, item.kind().isEmpty());
    frame = outer;
    if (item.isOpen()
        && place.nesting().isOutside()
        && place.head().isEmpty()
        && frame.height() == item.height()) {
      end(item.kindOr(Chunk.Kind.OTHER), item.name(), directive.end(), Piece.Role.ANY);
    }
  }

  /** What began in this branch and goes on after it began with the conditional. */
  private void absorb() {
    if (item.isOpen() && item.height() >= frame.height()) {
      item = item.from(frame);
      pieces.truncate(frame.piece());
    }
  }

  private Condition asked(Directive directive) {
    return asked.computeIfAbsent(
        directive.name() + directive.text(text), _ -> directive.condition(text));
  }
}
