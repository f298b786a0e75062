package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.history.TestRepository;

/** What becomes of the findings of master on lines that only tags lead to. */
class ReleaseLinesTest {
  private static final String WRONG = "void f(void) { acquire(x); }\n";
  private static final String RIGHT = "void f(void) { acquire(x); release(x); }\n";

  @TempDir private Path folder;
  private TestRepository repository;
  private final FakeEngine engine = new FakeEngine();
  private int others;

  @BeforeEach
  void begin() {
    repository = TestRepository.in(folder.resolve("repository.git"));
  }

  @Test
  void tagOfARelease() {
    commit(WRONG);
    release();
    commitOthers(40);
    repository.tag("v1");
    onMaster();
    String fix = commit(RIGHT);
    Life life = audit().getFirst();
    assertThat(life.tags()).containsExactly("v1");
    assertThat(fixes(life)).containsExactly(fix);
  }

  @Test
  void fixUnderAnotherHash() {
    commit(WRONG);
    release();
    commitOthers(20);
    repository.tag("v1");
    commitOthers(9);
    String picked = commit(RIGHT);
    commitOthers(11);
    repository.tag("v2");
    onMaster();
    String fix = commit(RIGHT + "void g(void) {}\n");
    Life life = audit().getFirst();
    assertThat(life.tags()).containsExactly("v1");
    assertThat(fixes(life)).containsExactly(fix, picked);
  }

  @Test
  void faultUnderAnotherHash() {
    commit(RIGHT);
    release();
    commitOthers(9);
    onMaster();
    commit(WRONG);
    String fix = commit(RIGHT);
    String last = repository.head().orElseThrow();
    repository.on("release");
    repository.merge("bring master", last).done();
    commitOthers(3);
    String picked = commit(WRONG);
    commitOthers(3);
    repository.tag("v2");
    onMaster();
    Life life = audit().getFirst();
    assertThat(life.tags()).containsExactly("v2");
    assertThat(fixes(life)).containsExactly(fix);
    assertThat(life.introductions()).extracting(i -> i.commit().commit()).containsExactly(picked);
  }

  @Test
  void fixOnABranchThatWasMerged() {
    commit(WRONG);
    release();
    commitOthers(5);
    repository.on("topic");
    commitOthers(5);
    String fixed = commit(RIGHT);
    commitOthers(5);
    String topic = repository.head().orElseThrow();
    repository.on("release");
    commitOthers(5);
    repository.merge("topic", topic).file("a.c", RIGHT).done();
    commitOthers(5);
    repository.tag("v2");
    onMaster();
    Life life = audit().getFirst();
    assertThat(life.tags()).isEmpty();
    assertThat(fixes(life)).containsExactly(fixed);
  }

  @Test
  void whatCannotBeReadEndsNothing() {
    commit(WRONG);
    release();
    commitOthers(7);
    commit("void f(void) { bounded; acquire(x); }\n");
    commitOthers(7);
    repository.tag("v1");
    onMaster();
    Life life = audit().getFirst();
    assertThat(life.tags()).containsExactly("v1");
    assertThat(life.fixed()).isEmpty();
  }

  @Test
  void lineWithAnotherRoot() {
    commit(WRONG);
    String fork = repository.head().orElseThrow();
    repository.onNothing("release");
    commitOthers(3);
    repository.merge("take all of it in", fork).file("a.c", WRONG).done();
    commitOthers(3);
    repository.tag("v1");
    onMaster();
    assertThat(audit().getFirst().tags()).containsExactly("v1");
  }

  @Test
  void lineThatStartsBetweenTwoTags() {
    commit(WRONG);
    release();
    commitOthers(3);
    repository.on("other");
    repository.on("release");
    commitOthers(3);
    repository.tag("v1");
    repository.on("other");
    String picked = commit(RIGHT);
    repository.tag("v1.1");
    onMaster();
    Life life = audit().getFirst();
    assertThat(life.tags()).containsExactly("v1");
    assertThat(fixes(life)).containsExactly(picked);
  }

  @Test
  void landsOnAHistoryOfItsOwn() {
    String stays = "void g(void) { acquire(y); }\n";
    commit(WRONG + stays);
    release();
    commitOthers(300);
    commit(RIGHT + stays);
    commitOthers(300);
    repository.tag("v1");
    onMaster();
    engine.analysed.set(0);
    List<Life> lives = audit();
    assertThat(engine.analysed.get()).isLessThan(10);
    assertThat(lives).extracting(Life::tags).containsExactlyInAnyOrder(List.of(), List.of("v1"));
    assertThat(lives).allMatch(life -> life.fixed().isEmpty());
  }

  @Test
  void everyFixOnTheWay() {
    int faults = 60;
    commit(faults(faults, 0));
    release();
    for (int repaired = 1; repaired < faults; repaired++) {
      commit(faults(faults, repaired));
    }
    repository.tag("v1");
    onMaster();
    List<Life> lives = audit();
    assertThat(lives).hasSize(faults);
    assertThat(lives.stream().filter(life -> life.tags().contains("v1"))).hasSize(1);
    assertThat(lives.stream().filter(life -> life.fixed().isEmpty())).hasSize(1);
  }

  /** So many functions, of which the first are right. */
  private static String faults(int count, int right) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((i < right ? RIGHT : WRONG).replace("f(", "f" + i + "("));
    }
    return text.toString();
  }

  private static List<String> fixes(Life life) {
    return life.fixed().stream().map(CommitInfo::commit).toList();
  }

  private void release() {
    repository.on("release");
  }

  private void onMaster() {
    repository.on("master");
  }

  private String commit(String text) {
    return repository.commit("a change of a.c").file("a.c", text).done();
  }

  /** Commits that change another function each time. */
  private void commitOthers(int count) {
    for (int i = 0; i < count; i++) {
      String text = "void h(void) { acquire(y); release(y); }\n".replace("y", "y" + others++);
      repository.commit("another change").file("b.c", text).done();
    }
  }

  private List<Life> audit() {
    return engine.audit(repository);
  }
}
