package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.analysis.Confidence;
import org.zaudit.history.TestRepository;

/** What was sure and is in doubt after a change of the function was mended by it. */
class DoubtsTest {
  private static final String SURE = "void f(void) { acquire(x); }\n";
  private static final String DOUBTFUL = "void f(void) { acquire(x); doubtful; }\n";

  @TempDir private Path folder;
  private TestRepository repository;

  @BeforeEach
  void begin() {
    repository = TestRepository.in(folder.resolve("repository.git"));
  }

  @Test
  void mendedBeyondReasonableDoubt() {
    commit(SURE);
    String fix = commit(DOUBTFUL);
    List<Life> lives = audit();
    assertThat(lives).hasSize(2);
    Life sure = lives.stream().filter(l -> l.confidence() == Confidence.LIKELY).findFirst().get();
    Life doubt =
        lives.stream().filter(l -> l.confidence() == Confidence.POSSIBLE).findFirst().get();
    assertThat(sure.fixed()).extracting(CommitInfo::commit).containsExactly(fix);
    assertThat(doubt.fixed()).isEmpty();
    assertThat(introduced(doubt)).isEqualTo(fix);
  }

  @Test
  void aDoubtThatTurnsOutTrueIsAsOldAsIt() {
    String first = commit(DOUBTFUL);
    commit(SURE);
    Life life = audit().getFirst();
    assertThat(life.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(introduced(life)).isEqualTo(first);
  }

  @Test
  void comesBack() {
    String first = commit(SURE);
    commit(DOUBTFUL);
    commit("void f(void) { }\n");
    commit(SURE);
    Life life =
        audit().stream().filter(l -> l.confidence() == Confidence.LIKELY).findFirst().orElseThrow();
    assertThat(introduced(life)).isEqualTo(first);
    assertThat(life.state()).isEqualTo(Life.State.OPEN);
  }

  private static String introduced(Life life) {
    return life.introduced().orElseThrow().commit().commit();
  }

  private String commit(String text) {
    return repository.commit("a change of a.c").file("a.c", text).done();
  }

  private List<Life> audit() {
    return new FakeEngine().audit(repository);
  }
}
