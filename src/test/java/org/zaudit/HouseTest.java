package org.zaudit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the architecture: data flow from bytes to a page on the screen, and never back. */
class HouseTest {

  /** A room may use the rooms that stand before it in this list, and no other. */
  private static final List<String> ROOMS =
      List.of(
          "rules",
          "source",
          "syntax",
          "flow",
          "analysis",
          "history",
          "audit",
          "triage",
          "report",
          "cli");

  private static final String[] GENERATED = {
    "org.zaudit.syntax.grammar..", "org.zaudit.source.condition.grammar.."
  };

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("org.zaudit");

  @Test
  void everyClassLivesInARoom() {
    hold(classes().should().resideInAnyPackage(packages(ROOMS)));
  }

  @TestFactory
  Stream<DynamicTest> aRoomUsesOnlyWhatStandsAboveIt() {
    return IntStream.range(0, ROOMS.size() - 1)
        .mapToObj(i ->
            DynamicTest.dynamicTest(
                ROOMS.get(i),
                () ->
                    hold(
                        noClasses()
                            .that()
                            .resideInAPackage(packageOf(ROOMS.get(i)))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(packages(ROOMS.subList(i + 1, ROOMS.size()))))));
  }

  @Test
  void noCircleOfRooms() {
    hold(slices().matching("org.zaudit.(*)..").should().beFreeOfCycles());
  }

  @Test
  void antlrStaysInSyntaxAndInTheConditionsOfSource() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackages("org.zaudit.syntax..", "org.zaudit.source.condition..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.antlr.."));
  }

  @Test
  void jgitStaysInHistory() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.zaudit.history..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit.."));
  }

  @Test
  void onlyCliPrintsOrExits() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackages("org.zaudit.cli..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void nullIsAnErrorEverywhere() {
    assertThat(
            HOUSE.stream()
                .filter(not(resideInAnyPackage(GENERATED)))
                .map(JavaClass::getPackage)
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName))
        .as("packages whose package-info.java lacks @NullMarked")
        .isEmpty();
  }

  @Test
  void staticFieldsAreFinal() {
    hold(
        fields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages(GENERATED)
            .should()
            .beFinal());
  }

  @Test
  void staticFieldsHoldNothingThatChanges() {
    hold(
        noFields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages(GENERATED)
            .should()
            .haveRawType(
                assignableTo(AbstractCollection.class)
                    .or(assignableTo(AbstractMap.class))
                    .or(assignableTo(ConcurrentMap.class))
                    .or(assignableTo(ThreadLocal.class))
                    .or(assignableTo(StringBuilder.class))
                    .or(resideInAPackage("java.util.concurrent.atomic.."))));
  }

  private static void hold(ArchRule rule) {
    rule.allowEmptyShould(true).check(HOUSE);
  }

  private static String packageOf(String room) {
    return "org.zaudit." + room + "..";
  }

  private static String[] packages(List<String> rooms) {
    return rooms.stream().map(HouseTest::packageOf).toArray(String[]::new);
  }
}
