package org.zaudit.syntax;

import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.zaudit.syntax.grammar.C;
import org.zaudit.syntax.grammar.C.ArraySuffixContext;
import org.zaudit.syntax.grammar.C.BuiltSpecifierContext;
import org.zaudit.syntax.grammar.C.DeclaratorContext;
import org.zaudit.syntax.grammar.C.DeclaratorSuffixContext;
import org.zaudit.syntax.grammar.C.DirectContext;
import org.zaudit.syntax.grammar.C.FunctionSuffixContext;
import org.zaudit.syntax.grammar.C.HeadContext;
import org.zaudit.syntax.grammar.C.ParametersContext;
import org.zaudit.syntax.grammar.C.SpecifierContext;
import org.zaudit.syntax.grammar.C.SpecifiersContext;
import org.zaudit.syntax.grammar.C.StorageSpecifierContext;
import org.zaudit.syntax.grammar.C.TaggedSpecifierContext;
import org.zaudit.syntax.grammar.C.TypeNameContext;
import org.zaudit.syntax.grammar.C.WordSpecifierContext;

/** Makes types of specifiers and declarators. */
final class Types {
  private static final Set<String> CONST = Set.of("const", "__const", "__const__");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** What the specifiers of a declaration say. */
  record Base(String text, boolean isStatic, boolean isTypedef, boolean isConst) {
    static final Base UNKNOWN = new Base("", false, false, false);

    TypeName with(Shape shape) {
      return new TypeName(text, shape.pointers, shape.array, shape.function, isStatic, isConst);
    }

    /** What the function of that shape returns. */
    TypeName result(Shape shape) {
      return new TypeName(
          text, shape.resultPointers, false, shape.functions > 1, isStatic, isConst);
    }
  }

  /** What a declarator adds to the type, read from the name outwards. */
  static final class Shape {
    private Optional<Token> name = Optional.empty();
    private Optional<ParametersContext> parameters = Optional.empty();
    private int pointers;
    private int resultPointers;
    private int functions;
    private boolean array;
    private boolean function;

    static Shape of(DeclaratorContext declarator) {
      Shape shape = new Shape();
      shape.add(declarator);
      return shape;
    }

    static Shape of(Optional<DeclaratorContext> declarator) {
      return declarator.map(Shape::of).orElseGet(Shape::new);
    }

    static Shape of(HeadContext head) {
      Shape shape = new Shape();
      shape.add(head.inner);
      shape.addPointers(head.stars.size());
      return shape;
    }

    Optional<Token> name() {
      return name;
    }

    /** The parameters of the innermost function. */
    Optional<ParametersContext> parameters() {
      return parameters;
    }

    /** Whether this declares a function, which is no variable. */
    boolean isPrototype() {
      return function && pointers == 0 && !array;
    }

    private void add(DirectContext direct) {
      if (direct.nested != null) {
        add(direct.nested);
      } else if (direct.name != null) {
        name = Optional.of(direct.name);
      } else if (direct.first != null) {
        addArray();
      }
      boolean again = false;
      for (DeclaratorSuffixContext suffix : direct.suffixes) {
        switch (suffix) {
          case ArraySuffixContext _ -> addArray();
          // No function returns a function: in NAME(x)(int y) the first parentheses are a macro's.
          case FunctionSuffixContext call -> {
            addFunction(call.list, again);
            again = true;
          }
          default -> throw new IllegalStateException("unlabelled " + suffix.getClass());
        }
      }
    }

    private void add(DeclaratorContext declarator) {
      if (declarator.inner != null) {
        add(declarator.inner);
      }
      addPointers(declarator.stars.size());
    }

    /** Stars on a function are its result's. */
    private void addPointers(int stars) {
      if (functions == 0) {
        pointers += stars;
      } else if (functions == 1) {
        resultPointers += stars;
      }
    }

    private void addArray() {
      array |= pointers == 0 && functions == 0;
    }

    private void addFunction(ParametersContext list, boolean again) {
      if (functions == 0 || again && functions == 1) {
        function = true;
        functions = 1;
        parameters = Optional.of(list);
      } else {
        functions++;
      }
    }
  }

  private final Origin origin;

  Types(Origin origin) {
    this.origin = origin;
  }

  TypeName of(TypeNameContext context) {
    return base(context.type).with(Shape.of(Optional.ofNullable(context.shape)));
  }

  Base base(SpecifiersContext specifiers) {
    if (specifiers.items.size() == 1
        && specifiers.items.getFirst() instanceof WordSpecifierContext word) {
      return new Base(origin.text(word.start), false, false, false);
    }
    boolean isStatic = false;
    boolean isTypedef = false;
    boolean isConst = false;
    StringJoiner text = new StringJoiner(" ");
    for (SpecifierContext specifier : specifiers.items) {
      switch (specifier) {
        case StorageSpecifierContext storage -> {
          isStatic |= storage.storage.getType() == C.STATIC;
          isTypedef |= storage.storage.getType() == C.TYPEDEF;
          isConst |= CONST.contains(storage.storage.getText());
        }
        case WordSpecifierContext word -> text.add(origin.text(word.start));
        case BuiltSpecifierContext built ->
            text.add(BLANKS.matcher(origin.text(built)).replaceAll(" "));
        case TaggedSpecifierContext tagged -> {
          text.add(origin.text(tagged.kind));
          if (tagged.tag != null) {
            text.add(origin.text(tagged.tag));
          }
        }
        default -> throw new IllegalStateException("unlabelled " + specifier.getClass());
      }
    }
    return new Base(text.length() == 0 ? "int" : text.toString(), isStatic, isTypedef, isConst);
  }
}
