// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house. Each prints every place that breaks it. */
class HouseTest {
  private static final int LONGEST_FILE = 400;
  private static final List<String> ROOMS =
      List.of("kernel", "notice", "ledger", "vault", "store", "web", "app", "server");

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.probity");

  @Test
  void arrowsPointDown() {
    noClasses()
        .that()
        .resideInAPackage("dev.probity.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.probity.notice..", "dev.probity.ledger..", "dev.probity.app..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAPackage("dev.probity.notice..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.probity.ledger..", "dev.probity.app..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAnyPackage("dev.probity.kernel..", "dev.probity.notice..", "dev.probity.app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.probity.store..",
            "dev.probity.web..",
            "dev.probity.server..",
            "org.springframework..")
        .check(CODE);
  }

  /** It keeps; it opens no door to anybody. */
  @Test
  void theStoreKnowsNoWeb() {
    noClasses()
        .that()
        .resideInAPackage("dev.probity.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.probity.web..",
            "dev.probity.server..",
            "org.springframework.web..",
            "org.springframework.boot..",
            "jakarta..")
        .check(CODE);
  }

  @Test
  void theVaultKnowsOnlyItsCipher() {
    classes()
        .that()
        .resideInAPackage("dev.probity.vault..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.probity.kernel.fault",
            "dev.probity.vault..",
            "java..",
            "javax.crypto..",
            "org.jspecify.annotations",
            "com.google.crypto.tink..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAnyPackage("dev.probity.kernel..", "dev.probity.notice..", "dev.probity.ledger..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.probity.vault..")
        .check(CODE);
  }

  @Test
  void theLedgerKnowsNoLibrary() {
    classes()
        .that()
        .resideInAPackage("dev.probity.ledger..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.probity.kernel..",
            "dev.probity.ledger..",
            "java..",
            "javax.crypto..",
            "org.jspecify.annotations")
        .check(CODE);
    slices().matching("dev.probity.ledger.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void theKernelDependsOnNothing() {
    classes()
        .that()
        .resideInAPackage("dev.probity.kernel..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.probity.kernel..", "java..", "org.jspecify.annotations")
        .check(CODE);
  }

  @Test
  void noticeKnowsOnlyItsYamlParser() {
    classes()
        .that()
        .resideInAPackage("dev.probity.notice..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.probity.kernel..",
            "dev.probity.notice..",
            "java..",
            "org.jspecify.annotations",
            "org.snakeyaml.engine..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAPackage("dev.probity.notice..")
        .and()
        .resideOutsideOfPackage("dev.probity.notice.yaml")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.snakeyaml.engine..")
        .check(CODE);
  }

  @Test
  void packagesOfTheKernelDoNotGoInCircles() {
    slices().matching("dev.probity.kernel.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void timeIsPassedIn() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.probity.kernel..",
            "dev.probity.notice..",
            "dev.probity.ledger..",
            "dev.probity.vault..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CODE);
  }

  @Test
  void noPackageIsADrawer() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..",
            "..common..",
            "..impl..",
            "..manager..",
            "..helper..",
            "..service..",
            "..model..")
        .check(CODE);
  }

  @Test
  void everyPackageIsNullMarkedAndSaysWhatItIs() throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path file : sources()) {
      Path info = file.resolveSibling("package-info.java");
      boolean marked =
          Files.exists(info)
              && Files.readString(info).contains("@NullMarked")
              && Files.readString(info).contains("/**");
      if (!file.endsWith("module-info.java") && !marked && !missing.contains(info))
        missing.add(info);
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void filesStaySmall() throws IOException {
    List<String> sizes = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    for (Path file : sources()) {
      int lines = Files.readAllLines(file).size();
      all.add(lines);
      if (lines > LONGEST_FILE) sizes.add(file + " has " + lines + " lines");
    }
    assertEquals(List.of(), sizes);
    all.sort(null);
    assertTrue(
        all.get(all.size() / 2) <= 100,
        "the median file has " + all.get(all.size() / 2) + " lines");
  }

  @Test
  void everyFileNamesItsLicence() throws IOException {
    List<Path> bare = new ArrayList<>();
    for (Path file : sources()) {
      if (!Files.readString(file).startsWith("// SPDX-License-Identifier: Apache-2.0"))
        bare.add(file);
    }
    assertEquals(List.of(), bare);
  }

  /** Companies are data: neither a pack's name nor a clause id of one may stand in the code. */
  @Test
  void noCompanyStandsInTheCode() throws IOException {
    List<String> names = new ArrayList<>();
    for (Path pack : Repository.packs()) {
      String name = pack.getFileName().toString();
      if (!name.equals("example") && !name.equals("statutes")) names.add(name);
    }
    Pattern clause = Pattern.compile("\\b(OMR|IMX|ING|INX|OMB|MNV)-\\d");
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      String lower = text.toLowerCase(Locale.ROOT);
      names.stream().filter(lower::contains).forEach(n -> found.add(file + " names " + n));
      if (clause.matcher(text).find()) found.add(file + " names a clause");
    }
    assertEquals(List.of(), found);
  }

  @Test
  void mostTypesAreHidden() {
    long top = CODE.stream().filter(JavaClass::isTopLevelClass).count();
    long open =
        CODE.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(
                c ->
                    c.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
            .count();
    assertTrue(top > 100, "the code was imported");
    assertTrue(open * 100 <= top * 62, open + " of " + top + " top-level types are public");
  }

  private static List<Path> sources() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String room : ROOMS) {
      try (Stream<Path> walk =
          Files.walk(Repository.root().resolve(room).resolve("src/main/java"))) {
        walk.filter(f -> f.toString().endsWith(".java")).forEach(files::add);
      }
    }
    return files;
  }
}
