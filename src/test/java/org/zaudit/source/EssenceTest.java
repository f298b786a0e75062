package org.zaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EssenceTest {
  @Test
  void anEnumeratorIsTheNumberThatAnotherBuildHasInItsPlace() {
    assertThat(essence("f(p, YES); return (x->YES);"))
        .isEqualTo(essence("f(p, 1); return (x->YES);"));
    assertThat(essence("f(p, YES);")).isNotEqualTo(essence("f(p, 0);"));
  }

  @Test
  void anOffsetThatIsNotedInAMemberMakesNoDifference() {
    assertThat(essence("a(p); r->size = b << shift; r->x.n = (a - b) / 2; b(p);"))
        .isEqualTo(essence("a(p); b(p);"));
    assertThat(essence("a(p); ; b(p);")).isEqualTo(essence("a(p); b(p);"));
  }

  @Test
  void aClaimMakesNoDifference() {
    String without = essence("a(p); b(p);");
    assertThat(essence("a(p); CLAIM(p->n == look(q) && *q < 7); b(p);")).isEqualTo(without);
    for (String statement :
        List.of("CLAIM(known(p));", "CLAIM(n++ == 7);", "CLAIM((p = q) != 0);", "x = CLAIM(p);")) {
      assertThat(essence("a(p); " + statement + " b(p);")).as(statement).isNotEqualTo(without);
    }
  }

  @Test
  void whatMayMoveAReferenceOrChooseAPathStays() {
    String without = essence("a(p); b(p);");
    for (String statement :
        List.of(
            "r->p = q;",
            "r->p = q->next;",
            "r->n = 7;",
            "r->p = 0;",
            "r->flags = r->flags | 8;",
            "n = 7;",
            "*p = 7;",
            "r->n = f(q) | 1;",
            "r->n = s->known | 1;",
            "r->f = &n;",
            "r->s = \"text\";",
            "r->n++;",
            "f(p);",
            "return;",
            "if (x) r->n = a << b;",
            "else r->n = a << b;",
            "out: r->n = a << b;",
            "for (i = 0; i < n; i++) r->n = a << b;",
            "{ r->n = a << b; }",
            "int n;")) {
      assertThat(essence("a(p); " + statement + " b(p);")).as(statement).isNotEqualTo(without);
    }
  }

  private static String essence(String text) {
    MacroTable table =
        name ->
            name.equals(MacroDefinition.enumerator("YES"))
                ? List.of(
                    new MacroDefinition(name, Optional.empty(), "1", Condition.always()),
                    new MacroDefinition(name, Optional.empty(), "1", Condition.parse("defined(X)")))
                : List.of();
    return Essence.of(text, table, "known"::equals, "CLAIM"::equals);
  }
}
