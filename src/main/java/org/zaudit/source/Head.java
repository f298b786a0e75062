package org.zaudit.source;

/**
 * What has been read of a declaration outside of braces, in one branch of the conditionals around:
 * enough to tell at an opening brace or a semicolon what it is and how it is called. Mutable;
 * copied where branches part.
 */
final class Head implements Cloneable {
  private enum Last {
    NOTHING,
    WORD,
    AGGREGATE,
    GROUP,
    BRACES,
    OTHER
  }

  private Last last = Last.NOTHING;

  /** Offset after the last token. */
  private int end;

  /** Open parentheses and brackets. */
  private int groups;

  private int tokens;
  private boolean onlyCalls = true;
  private boolean typedef;
  private boolean aggregate;
  private boolean assigned;
  private boolean extern;
  private boolean language;

  private String lastWord = "";

  /** The name that stands just before the last word. */
  private String wordBefore = "";

  private boolean lastWordIsName;
  private boolean lastWordIsPragma;
  private boolean afterStatic;
  private boolean lastWordIsTag;

  /**
   * The word before the first parameter list, and whether it looks like a macro that only
   * decorates.
   */
  private String name = "";

  /** The same before the group that is open. */
  private String nameBefore = "";

  private String tag = "";

  /** In the last group: its only word, and the word behind its star. */
  private String onlyWord = "";

  private String declarator = "";
  private int groupTokens;

  /** The only word of the argument that is open. */
  private String argument = "";

  private int argumentTokens;

  /** The first argument that can name a function. */
  private String nameInArguments = "";

  private boolean plainNames;
  private int wordsAfterGroup;

  Head() {}

  Head copy() {
    try {
      return (Head) clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  boolean isEmpty() {
    return tokens == 0;
  }

  int end() {
    return end;
  }

  boolean isInGroup() {
    return groups > 0;
  }

  /**
   * {@code EXPORT_SYMBOL(x)}, so far: a declaration of its own when a line follows that does not go
   * on with it.
   */
  boolean isCall() {
    return onlyCalls && last == Last.GROUP && groups == 0;
  }

  /** {@code __BEGIN_DECLS}, so far. */
  boolean isSingleName() {
    return tokens == 1 && last == Last.WORD && lastWordIsName;
  }

  boolean isSingleMacro() {
    return isSingleName() && Word.looksLikeMacro(lastWord);
  }

  boolean isTypedef() {
    return typedef;
  }

  boolean isAssigned() {
    return assigned;
  }

  /** {@code extern "C"}. */
  boolean isLanguage() {
    return language && tokens == 2;
  }

  boolean isAggregate() {
    return aggregate;
  }

  /** Whether braces that open now hold a function's body. */
  boolean isFunction() {
    boolean named = !name.isEmpty() || hasMacroForParameters();
    return named && !typedef && !assigned && groups == 0;
  }

  /** {@code static int f HANDLER_ARGS}, with the parentheses in the macro. */
  private boolean hasMacroForParameters() {
    return !aggregate
        && last == Last.WORD
        && tokens > 2
        && lastWordIsName
        && Word.looksLikeMacro(lastWord)
        && !wordBefore.isEmpty()
        && !Word.looksLikeMacro(wordBefore);
  }

  /** {@code int f(a, b) int a;} so far: a definition in the style before 1989, if braces follow. */
  boolean isOldStyle() {
    return isFunction() && plainNames && wordsAfterGroup >= 2;
  }

  String functionName() {
    if (isCall() && Word.looksLikeMacro(name) && !nameInArguments.isEmpty()) {
      return nameInArguments;
    }
    return name.isEmpty() && hasMacroForParameters() ? wordBefore : name;
  }

  /** The name that a typedef gives, or the tag. */
  String typeName() {
    if (!typedef) {
      return tag;
    }
    return !declarator.isEmpty() ? declarator : !name.isEmpty() ? name : lastWord;
  }

  void word(String text, int tokenEnd) {
    Word kind = Word.of(text);
    if (groups > 0) {
      wordInGroup(text);
    } else {
      wordOutside(text, kind);
    }
    lastWordIsName = kind == Word.NAME;
    lastWordIsPragma = kind == Word.PRAGMA;
    // static DEFINE(x): the macro may make a function of it, and then comes on its own line too.
    boolean calls = lastWordIsName || lastWordIsPragma || (tokens == 0 && text.equals("static"));
    boolean follows = last == Last.NOTHING || last == Last.GROUP || afterStatic;
    afterStatic = tokens == 0 && text.equals("static");
    onlyCalls &= groups > 0 || (calls && follows);
    token(kind == Word.AGGREGATE ? Last.AGGREGATE : Last.WORD, tokenEnd);
  }

  private void wordOutside(String text, Word kind) {
    if (kind == Word.NAME) {
      wordBefore = last == Last.WORD && lastWordIsName ? lastWord : "";
      lastWordIsTag = last == Last.AGGREGATE || (last == Last.GROUP && aggregate && tag.isEmpty());
      tag = lastWordIsTag ? text : tag;
      lastWord = text;
    }
    typedef |= kind == Word.TYPEDEF;
    aggregate |= kind == Word.AGGREGATE && name.isEmpty();
    extern |= kind == Word.EXTERN && tokens == 0;
    wordsAfterGroup++;
  }

  private void wordInGroup(String text) {
    groupTokens++;
    plainNames &= last != Last.WORD;
    argumentTokens++;
    if (groups == 1) {
      onlyWord = groupTokens == 1 ? text : "";
      argument = argumentTokens == 1 ? text : "";
    }
    if (groupTokens == 2 && onlyWord.isEmpty() && declarator.equals("*")) {
      declarator = text;
    }
  }

  void open(int tokenEnd) {
    if (groups == 0) {
      openOutside();
    } else {
      groupTokens++;
      argumentTokens++;
      plainNames = false;
    }
    groups++;
    token(Last.OTHER, tokenEnd);
  }

  private void openOutside() {
    nameBefore = name;
    // struct NAME(x) is a tag that a macro makes.
    if (last == Last.WORD && lastWordIsName && !lastWordIsTag) {
      nominate(lastWord);
    } else if (last == Last.GROUP && name.isEmpty()) {
      // (f)(int), int (*f(int))(int): the name stands in parentheses of its own.
      nominate(declarator.length() > 1 ? declarator : onlyWord);
    }
    onlyCalls &= last == Last.WORD && (lastWordIsName || lastWordIsPragma);
    groupTokens = 0;
    argumentTokens = 0;
    onlyWord = "";
    plainNames = true;
    wordsAfterGroup = 0;
  }

  private void nominate(String word) {
    if (name.isEmpty() || (Word.looksLikeMacro(name) && !Word.looksLikeMacro(word))) {
      name = word;
    }
  }

  void close(int tokenEnd) {
    if (groups == 1) {
      endArgument();
    }
    groups = Math.max(0, groups - 1);
    token(groups == 0 ? Last.GROUP : Last.OTHER, tokenEnd);
  }

  /**
   * {@code DEFINE(int, f, 4)}: of the arguments, the function's name is the first that is no type.
   */
  private void endArgument() {
    if (nameInArguments.isEmpty() && argumentTokens == 1 && Word.looksLikeFunction(argument)) {
      nameInArguments = argument;
    }
    argumentTokens = 0;
    argument = "";
  }

  /** The parentheses were miscounted, as when branches of a conditional close the same one. */
  void closeAll() {
    groups = 0;
  }

  void bracket(int step, int tokenEnd) {
    groups = Math.max(0, groups + step);
    onlyCalls = false;
    token(Last.OTHER, tokenEnd);
  }

  void literal(int tokenEnd) {
    language = extern && tokens == 1;
    other((byte) '"', tokenEnd);
  }

  void other(byte c, int tokenEnd) {
    if (groups > 0) {
      groupTokens++;
      plainNames &= c == ',';
      if (groups == 1 && c == ',') {
        endArgument();
      } else {
        argumentTokens++;
      }
      if (groups == 1 && groupTokens == 1 && c == '*' && declarator.isEmpty()) {
        // No parameters: size_t (*f(int))(char).
        declarator = "*";
        name = nameBefore;
      }
    } else {
      assigned |= c == '=';
      onlyCalls = false;
    }
    token(Last.OTHER, tokenEnd);
  }

  /** Braces that were no function's body have been closed. */
  void braces(int tokenEnd) {
    onlyCalls = false;
    token(Last.BRACES, tokenEnd);
  }

  private void token(Last kind, int tokenEnd) {
    last = kind;
    end = tokenEnd;
    tokens++;
  }
}
