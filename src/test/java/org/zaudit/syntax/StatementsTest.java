package org.zaudit.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zaudit.syntax.Reading.statements;

import org.junit.jupiter.api.Test;

class StatementsTest {

  @Test
  void readsControl() {
    assertThat(
            statements(
                """
                if (a) b(); else if (c) { d(); } else ;
                while (a) continue;
                do { a--; } while (a > 0);
                for (;;) break;
                for (i = 0; i < n; i++) f(i);
                for (int i = 0, j = 1; ; ) g(i, j);
                return;
                return (a);
                """))
        .isEqualTo(
            "(if a (call b); (if c (block (call d);) (empty)))"
                + " (while a (continue))"
                + " (do (block (post-- a);) (> a 0))"
                + " (for - - - (break))"
                + " (for (= i 0); (< i n) (post++ i) (call f i);)"
                + " (for (declare (i 'int' 0) (j 'int' 1)) - - (call g i j);)"
                + " (return) (return a)");
  }

  @Test
  void givesElseToTheNearestIf() {
    assertThat(statements("if (a) if (b) c(); else d();"))
        .isEqualTo("(if a (if b (call c); (call d);))");
  }

  @Test
  void keepsLabelsFlat() {
    assertThat(
            statements(
                """
                switch (a) {
                case 1:
                case B ... C: f(); break;
                case (x ? 1 : 2): ;
                default: g();
                }
                again:
                  goto again;
                out: __attribute__((unused)) ;
                  goto *table[i];
                """))
        .isEqualTo(
            "(switch a (block (case 1) (case B C) (call f); (break) (case (? x 1 2)) (empty)"
                + " (default) (call g);))"
                + " (label again) (goto again) (label out) (empty) (goto* (index table i))");
  }

  @Test
  void readsAssembly() {
    assertThat(
            statements(
                """
                asm("nop");
                __asm__ volatile ("mov " REG ", %0" : "=r" (a), [b] "+m" (*b) : "r" (c + 1) : "memory", "cc");
                asm goto ("jmp %l0" :::: fail);
                __asm { __asm fld n __asm fistp k }
                asm volatile (ALTERNATIVE("ldr %0, [%1]", "ldar %0, [%1]", CAPABLE)
                    : "=r" (a), CONSTRAINT (b) : HYPERCALL_ARGS(c) : CLOBBERS);
                asm inline volatile (PREFIX(0) SIZE " add %0, %1" CC_SET(c) : CC_OUT(c) (a) : "r" ((int)b));
                """))
        .isEqualTo("(asm) (asm a (* b) (+ c 1)) (asm) (asm) (asm a) (asm a (cast 'int' b))");
  }

  @Test
  void readsLoopsThatMacrosOpen() {
    assertThat(
            statements(
                """
                list_for_each_entry(a, &b->list, link) {
                  f(a);
                }
                list_for_each(a, b)
                  f(a);
                LIST_FOREACH(a, b, c) if (a) f(a);
                WITH_LOCK(l)
                  g();
                forever {
                  h();
                }
                """))
        .isEqualTo(
            "(loop (call list_for_each_entry a (& (-> b list)) link) (block (call f a);))"
                + " (loop (call list_for_each a b) (call f a);)"
                + " (loop (call LIST_FOREACH a b c) (if a (call f a);))"
                + " (loop (call WITH_LOCK l) (call g);)"
                + " (loop (call forever) (block (call h);))");
  }

  @Test
  void readsMacrosWithoutSemicolon() {
    assertThat(
            statements(
                """
                SAVE(ctx)
                f();
                BEGIN
                LOAD(a, b)
                if (a)
                  RESTORE(ctx)
                else
                  g();
                BARRIER
                h();
                { END(ctx) }
                """))
        .isEqualTo(
            "(call SAVE ctx); (call f); BEGIN; (call LOAD a b);"
                + " (if a (call RESTORE ctx); (call g);)"
                + " BARRIER; (call h); (block (call END ctx);)");
  }

  @Test
  void readsConditionsThatMacrosOpen() {
    assertThat(statements("if likely(a > b) f(); else if (unlikely(c)) g();"))
        .isEqualTo("(if (call likely (> a b)) (call f); (if (call unlikely c) (call g);))");
  }

  @Test
  void forgivesASemicolonThatAMacroBrought() {
    assertThat(statements("do { f(); } while (0)\ng();\n{ h() }"))
        .isEqualTo("(do (block (call f);) 0) (call g); (block (call h);)");
  }
}
