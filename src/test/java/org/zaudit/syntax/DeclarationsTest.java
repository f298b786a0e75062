package org.zaudit.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zaudit.syntax.Reading.function;
import static org.zaudit.syntax.Reading.statements;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int a;                                | (declare (a 'int'))
          unsigned long long a = 1, *b;         | (declare (a 'unsigned long long' 1) (b 'unsigned long long*'))
          const node_t *const a = b;            | (declare (a 'node_t*' b))
          struct node *a, b[3], *c[2];          | (declare (a 'struct node*') (b 'struct node[]') (c 'struct node*[]'))
          static enum color a = RED;            | (declare (a static 'enum color' RED))
          Node a;                               | (declare (a 'Node'))
          Node *a = b;                          | (declare (a 'Node*' b))
          Node **a;                             | (declare (a 'Node**'))
          Node *a, *b = NULL;                   | (declare (a 'Node*') (b 'Node*' NULL))
          FILE *a = b();                        | (declare (a 'FILE*' (call b)))
          int (*a)(int, void *) = b;            | (declare (a 'int*()' b))
          node_t *(*a[4])(void);                | (declare (a 'node_t*[]()'))
          int (*a)[3];                          | (declare (a 'int*'))
          struct { int x : 3; } a = { 1 };      | (declare (a 'struct' {1}))
          union value { int x; } a;             | (declare (a 'union value'))
          typeof (b) a = b;                     | (declare (a 'typeof (b)' b))
          __typeof__(node_t *) a;               | (declare (a '__typeof__(node_t *)'))
          _Atomic(int) a;                       | (declare (a '_Atomic(int)'))
          LIST_HEAD(, node) a = INIT(a);        | (declare (a 'LIST_HEAD(, node)' (call INIT a)))
          node_t *a __maybe_unused = b;         | (declare (a 'node_t*' b))
          __maybe_unused int a;                 | (declare (a 'int'))
          int __aligned(8) a = 0;               | (declare (a 'int' 0))
          node_t a __aligned(8);                | (declare (a 'node_t'))
          unsigned long __percpu *a;            | (declare (a 'unsigned long*'))
          int a __attribute__((aligned(8))) = 1; | (declare (a 'int' 1))
          register int a asm("r0") = 1;         | (declare (a 'int' 1))
          auto a = 1;                           | (declare (a 'int' 1))
          int a[] = { [ONE] = 1, [2 ... 4] = 5, }; | (declare (a 'int[]' {[ONE]=1 [2 ... 4]=5}))
          struct node a = { x: 1, .y = { 2 } }; | (declare (a 'struct node' {.x=1 .y={2}}))
          [[maybe_unused]] int a;               | (declare (a 'int'))
          typedef struct node Node;             | (empty)
          struct node { int x; };               | (empty)
          int prototype(int, node_t *a);        | (empty)
          __label__ a, b;                       | (empty)
          """)
  void readsVariables(String text, String tree) {
    assertThat(statements(text)).isEqualTo(tree);
  }

  @Test
  void learnsTypesFromTypedefs() {
    assertThat(statements("typedef struct node { int x; } Node, *List; l = (List) - a;"))
        .isEqualTo("(empty) (= l (cast 'List' (- a)));");
  }

  @Test
  void takesProductsOfVariablesForNoDeclarations() {
    assertThat(statements("int a, int *b", "a * *b; (void) a; c(a * d);"))
        .isEqualTo("(* a (* b)); (cast 'void' a); (call c (* a d));");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int f(void) {}                                | f 'int' ()
          static node_t *f(int a, char *b[], ...) {}    | f static 'node_t*' ((a 'int') (b 'char*[]') ...)
          f(a, b) int a; node_t *b; {}                  | f '' ((a 'int') (b 'node_t*'))
          int f(a, b) node_t *b; {}                     | f 'int' ((a 'int') (b 'node_t*'))
          void (*f(int a, void (*b)(int)))(int) {}      | f 'void*()' ((a 'int') (b 'void*()'))
          static noinline int f(struct node *) {}       | f static 'int' (( 'struct node*'))
          API_EXPORT Node *f(Node a) {}                 | f 'Node*' ((a 'Node'))
          EXPORT(x) int f(int a) {}                     | f 'int' ((a 'int'))
          int f(int a __unused, int) PRINTF(1, 2) {}    | f 'int' ((a 'int') ( 'int'))
          __attribute__((noreturn)) void f(const int a) {} | f 'void' ((a 'int'))
          DEFINE(int, f, struct node *, a, mode_t, b) {} | DEFINE '' ((f 'int') (a 'struct node*') (b 'mode_t'))
          END_IO(f, a, b) {}                            | END_IO '' ((f '') (a '') (b ''))
          static int f HANDLER_ARGS {}                  | f static 'int' ()
          static void WRAP(f)(int a) {}                 | WRAP static 'void' ((a 'int'))
          struct { int x; } f(void) {}                  | f 'struct' ()
          STDAPI(int) f(int a) {}                       | f 'STDAPI(int)' ((a 'int'))
          node_t f(cmp_t (*a)(void)) {}                 | f 'node_t' ((a 'cmp_t*()'))
          """)
  void readsHeads(String text, String head) {
    assertThat(TreePrinter.print(function(text))).isEqualTo("(function " + head + " (block))");
  }

  @Test
  void spansAreThoseOfTheChunk() {
    String text = "int\nf(int a)\n{\n\treturn (a + 1);\n}\n";
    FunctionDefinition function = function(text);
    assertThat(at(text, function.head())).isEqualTo("int\nf(int a)\n");
    assertThat(at(text, function.body().span())).isEqualTo("{\n\treturn (a + 1);\n}");
    assertThat(at(text, function.parameters().getFirst().span())).isEqualTo("int a");
    assertThat(at(text, function.body().statements().getFirst().span()))
        .isEqualTo("return (a + 1);");
    assertThat(at(text, function.span())).isEqualTo(text.strip());
  }

  private static String at(String text, org.zaudit.source.Span span) {
    return text.substring(span.start(), span.end());
  }
}
