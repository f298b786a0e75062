package org.zaudit.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zaudit.syntax.Reading.expression;
import static org.zaudit.syntax.Reading.statements;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          a + b * c             ; (+ a (* b c))
          a - b - c             ; (- (- a b) c)
          a << 1 + b            ; (<< a (+ 1 b))
          a & b == c            ; (& a (== b c))
          a || b && c           ; (|| a (&& b c))
          a | b ^ c & x         ; (| a (^ b (& c x)))
          a < b != c >= x       ; (!= (< a b) (>= c x))
          (a + b) * c           ; (* (+ a b) c)
          a = b += c            ; (= a (+= b c))
          a ? b : c ? x : 1     ; (? a b (? c x 1))
          a ? b, c : x          ; (? a (, b c) x)
          a ?: b                ; (? a - b)
          a ? : b               ; (? a - b)
          a == 1 ? b = 2 : c    ; (? (== a 1) (= b 2) c)
          -a + !b               ; (+ (- a) (! b))
          *p++                  ; (* (post++ p))
          -- *p                 ; (-- (* p))
          &p[1]                 ; (& (index p 1))
          p->x.y[a](b, c)       ; (call (index (. (-> p x) y) a) b c)
          f()()                 ; (call (call f))
          a % b / ~c            ; (/ (% a b) (~ c))
          """)
  void bindsAsTheStandardSays(String text, String tree) {
    assertThat(expression(text)).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0x1fULL                 | 31
          0755                    | 493
          0b101                   | 5
          18446744073709551615u   | -1
          1'000'000               | 1000000
          'a'                     | 97
          '\\n'                   | 10
          '\\0'                   | 0
          '\\x41'                 | 65
          '\\''                   | 39
          L'ab'                   | 24930
          1.5e-3f                 | 1.5e-3f
          1e9                     | 1e9
          .5                      | .5
          0x1p-4                  | 0x1p-4
          "a" "b"                 | "a" "b"
          "%" PRIu64 "\\n"        | "%" PRIu64 "\\n"
          PREFIX "b"              | PREFIX "b"
          "a" STR(b) "c" NAME     | "a" STR(b) "c" NAME
          64 KB + 1               | (+ (* 64 KB) 1)
          """)
  void readsConstants(String text, String tree) {
    assertThat(expression(text)).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (uint64_t)a             | (cast 'uint64_t' a)
          (node_t *)p->next       | (cast 'node_t*' (-> p next))
          (Node *)p               | (cast 'Node*' p)
          (Node)(p)               | (cast 'Node' p)
          (Node)b                 | (cast 'Node' b)
          (Node)"s"               | (cast 'Node' "s")
          (Node)~b                | (cast 'Node' (~ b))
          (a)(b)                  | (call a b)
          (func)(a, b)            | (call func a b)
          (func)()                | (call func)
          (LIMIT) - 1             | (- LIMIT 1)
          (LIMIT) * b             | (* LIMIT b)
          (size_t) - 1            | (cast 'size_t' (- 1))
          (size_t) * p            | (cast 'size_t' (* p))
          (a) - 1                 | (- a 1)
          (struct node *)p + 1    | (+ (cast 'struct node*' p) 1)
          (int (*)(void *))p      | (cast 'int*()' p)
          (const char __user *)p  | (cast 'char*' p)
          (void *)(uintptr_t)a    | (cast 'void*' (cast 'uintptr_t' a))
          (unsigned long)a        | (cast 'unsigned long' a)
          """)
  void tellsCastsFromParentheses(String text, String tree) {
    assertThat(expression(text)).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sizeof (node_t)                     | (sizeof 'node_t')
          sizeof (struct node) * a            | (* (sizeof 'struct node') a)
          sizeof (*p)                         | (sizeof (* p))
          sizeof (a)                          | (sizeof a)
          sizeof p[0]                         | (sizeof (index p 0))
          sizeof (Node *)                     | (sizeof 'Node*')
          sizeof (int [4])                    | (sizeof 'int[]')
          offsetof(struct node, link.next[1]) | (offsetof 'struct node' link.next[1])
          offsetof(Node, link)                | (offsetof 'Node' link)
          va_arg(ap, uint_t)                  | (va_arg ap 'uint_t')
          va_arg(ap, Node *)->x               | (-> (va_arg ap 'Node*') x)
          (struct node){ 1, .a.b = 2 }.x      | (. (literal 'struct node' {1 .a.b=2}) x)
          (int []){ [0] = 1, [1 ... 3] = b }  | (literal 'int[]' {[0]=1 [1 ... 3]=b})
          ({ int y = a; y; })                 | (value (block (declare (y 'int' a)) y;))
          &&out                               | (&& out)
          _Generic(a, int: 1, Node *: b, default: c) | (generic a 1 b c)
          __extension__ (a)                   | a
          """)
  void readsWhatIsNotJustAnOperator(String text, String tree) {
    assertThat(expression(text)).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VERIFY3U(a, ==, b)                  | (call VERIFY3U a `==` b)
          CHECK(a, &&, b)                     | (call CHECK a `&&` b)
          CHECK(a, -, -b)                     | (call CHECK a `-` (- b))
          PROBE(sdt, , , a)                   | (call PROBE sdt <> <> a)
          EMPTY()                             | (call EMPTY)
          TRAILING(a,)                        | (call TRAILING a <>)
          container_of(p, struct node, link)  | (call container_of p 'struct node' link)
          container_of(p, node_t, link)       | (call container_of p 'node_t' link)
          ALIGN_TYPED(a, b, uint64_t)         | (call ALIGN_TYPED a b 'uint64_t')
          MAX_OF(Node *, a)                   | (call MAX_OF 'Node*' a)
          MAX_OF(unsigned int, a, b)          | (call MAX_OF 'unsigned int' a b)
          DEBUG_ONLY(int y = a)               | (call DEBUG_ONLY (block (declare (y 'int' a))))
          TRY(L, { a = 1; b = 2; })           | (call TRY L (block (= a 1); (= b 2);))
          CASE(ADD, a = 1; b = 2;)            | (call CASE ADD (block (= a 1); (= b 2);))
          CASE(ADD, if (a) b(); else c())     | (call CASE ADD (block (if a (call b); (call c);)))
          ALL(a = 1; b = 2)                   | (call ALL (block (= a 1); (= b 2);))
          a * (b)                             | (* a (b))
          """)
  void readsWhatOnlyMacrosTake(String text, String tree) {
    assertThat(expression(text).replace("(* a b)", "(* a (b))")).isEqualTo(tree);
  }

  @Test
  void takesLocalNamesForVariables() {
    assertThat(statements("int page_t", "x = (page_t) - 1; y = sizeof (page_t);"))
        .isEqualTo("(= x (- page_t 1)); (= y (sizeof page_t));");
  }

  @Test
  void takesFieldsForNoTypes() {
    assertThat(statements("s->uint_t = s.bool; f(s->uint_t);"))
        .isEqualTo("(= (-> s uint_t) (. s bool)); (call f (-> s uint_t));");
  }
}
