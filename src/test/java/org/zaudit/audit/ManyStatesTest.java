package org.zaudit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zaudit.analysis.Confidence;
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

  /**
   * In one of two programs too many states to say what it does: that it takes the lock in the other
   * makes what its caller does in this one no more than possible.
   */
  @Test
  void whoMayHaveDoneAnythingMayHaveTakenIt() {
    String text =
        """
        #ifdef STANDALONE
        #define SET_UP(n) ((void) 0)
        #else
        #define SET_UP(n) \\
          if (part_enabled(n)) { pool.part[n] = part_make(n); \\
            if (pool.part[n] != NULL) pool.made[n] = 1; mutex_enter(&pool.part_lock[n]); \\
            if (pool.made[n]) mutex_exit(&pool.part_lock[n]); }
        #endif

        static struct pool pool;

        static void
        pool_begin(void)
        {
          mutex_enter(&pool.lock);
          for (;;) {
            SET_UP(0) SET_UP(1) SET_UP(2) SET_UP(3) SET_UP(4) SET_UP(5) SET_UP(6) SET_UP(7)
            SET_UP(8) SET_UP(9) SET_UP(10) SET_UP(11) SET_UP(12) SET_UP(13) SET_UP(14) SET_UP(15)
            if (pool_ready(&pool))
              break;
          }
        }

        static void
        pool_end(void)
        {
          mutex_exit(&pool.lock);
        }

        int
        pool_run(void)
        {
          pool_begin();
          pool_end();
          return (0);
        }
        """;
    RuleSet rules = Rules.load(List.of("locks"));
    TreeAnalysis analysis =
        TreeAnalysis.of(Map.of("pool.c", text.getBytes(UTF_8)), rules, Engine.of(rules));
    assertThat(analysis.gaps()).extracting(gap -> gap.function()).containsExactly("pool_begin");
    assertThat(analysis.findings())
        .extracting(sighting -> sighting.finding().confidence())
        .containsOnly(Confidence.POSSIBLE);
  }
}
