package org.zaudit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zaudit.rules.RuleSet;
import org.zaudit.rules.Rules;

class ManyStatesTest {
  /**
   * Four allocations that nobody checks have sixteen outcomes, and what the lookup says doubles
   * them: more states than are kept. Those in which something is held are kept first.
   */
  @Test
  void whatIsHeldIsNotForgottenForWhatFailed() {
    String text =
        """
        void
        mount_add(tree_t *tree, const char *special, const char *place, const char *options)
        {
          struct mount *m = malloc(sizeof (struct mount));

          m->special = strdup(special);
          m->place = strdup(place);
          m->type = strdup("zfs");
          m->options = strdup(options);
          if (avl_find(tree, m, NULL) != NULL)
            free(m);
          else
            avl_add(tree, m);
        }
        """;
    RuleSet rules = Rules.load(List.of("kmem"));
    TreeAnalysis analysis =
        TreeAnalysis.of(Map.of("mount.c", text.getBytes(UTF_8)), rules, Engine.of(rules));
    assertThat(analysis.findings())
        .extracting(sighting -> sighting.finding().subject())
        .containsExactlyInAnyOrder("m->special", "m->place", "m->type", "m->options");
  }
}
