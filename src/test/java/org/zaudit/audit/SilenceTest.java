package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.history.TestRepository;

/** What ends a finding in a function that is too large to be followed to its end. */
class SilenceTest {
  private static final String PARTLY = "void f(void) { partly; acquire(x); }\n";

  @TempDir private Path folder;
  private TestRepository repository;

  @BeforeEach
  void begin() {
    repository = TestRepository.in(folder.resolve("repository.git"));
  }

  @Test
  void aTextWithinTheSameBoundMendsWhatAnotherShowed() {
    commit(PARTLY);
    String fix = commit("void f(void) { partly; }\n");
    assertThat(audit().fixed()).extracting(CommitInfo::commit).containsExactly(fix);
  }

  @Test
  void aTextThatFirstHitsTheBoundMendsNothing() {
    commit("void f(void) { acquire(x); }\n");
    commit("void f(void) { bounded; acquire(x); }\n");
    commit("void f(void) { bounded; acquire(y); }\n");
    assertThat(audit().state()).isEqualTo(Life.State.OPEN);
  }

  @Test
  void theSameTextMendsNothing() {
    commit("void f(void) { partly; acquire(x); g(x); }\nvoid g(void) { }\n");
    commit("void f(void) { partly; acquire(x); g(x); }\nvoid g(void) { release(x); }\n");
    assertThat(audit().state()).isEqualTo(Life.State.OPEN);
  }

  @Test
  void aTextThatCannotBeReadMendsNothing() {
    commit(PARTLY);
    commit("void f(void) { partly; broken; acquire(y); }\n");
    assertThat(audit().state()).isEqualTo(Life.State.OPEN);
  }

  private String commit(String text) {
    return repository.commit("a change of a.c").file("a.c", text).done();
  }

  private Life audit() {
    return new FakeEngine().audit(repository).getFirst();
  }
}
