// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  private static final String DATASET =
      "dataset: [{fides_key: shop, collections: [{name: c, fields: [{name: mail, data_categories:"
          + " [user.contact.email], fides_meta: {identity: email}}]}]}]\n";

  @TempDir Path folder;
  private Path manifests;
  private Path pack;

  @BeforeEach
  void manifests() throws IOException {
    manifests = Files.createDirectories(folder.resolve("manifests/deeper")).getParent();
    Files.writeString(manifests.resolve("deeper/shop.yaml"), DATASET);
    pack = folder.resolve("pack");
  }

  private Run importing(String... more) {
    List<String> words = List.of("import", "fides", manifests.toString(), "--to", pack.toString());
    return Run.of(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private static void assertRefused(Run run, String code) {
    assertEquals(Exit.WRONG_USE, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains("  " + code + "  "), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }

  @Test
  void aFolderOfManifestsBecomesAPackThatLints() throws IOException {
    Run run = importing("--in-force", "2026-02-03");

    assertEquals(Exit.FINDINGS, run.code(), run.err());
    assertTrue(run.out().contains("PRB-N111"), run.out());
    assertTrue(run.out().contains("wrote 3 files to " + pack + ", with 2 warnings"), run.out());
    assertEquals(DATASET, Files.readString(pack.resolve("fides/shop.yml")));
    assertTrue(Files.readString(pack.resolve("pack.yaml")).contains("in-force: 2026-02-03"));
    assertEquals(Exit.FINE, Run.of("lint", pack.toString()).code());
    assertEquals(List.of("manifests", "pack"), names(folder));
  }

  @Test
  void aDryRunShowsAndWritesNothing() throws IOException {
    Run run = importing("--dry-run");

    assertTrue(run.out().contains("== clauses.yaml"), run.out());
    assertTrue(run.out().contains("data: contact.email"), run.out());
    assertTrue(run.out().contains("would write 3 files"), run.out());
    assertEquals(List.of("manifests"), names(folder));
  }

  @Test
  void nothingIsOverwrittenUnasked() throws IOException {
    Files.createDirectory(pack);
    Files.writeString(pack.resolve("clauses.yaml"), "mine");
    Files.writeString(pack.resolve("notes.txt"), "mine");

    assertRefused(importing(), "PRB-A020");
    assertEquals("mine", Files.readString(pack.resolve("clauses.yaml")));
    assertEquals(List.of("clauses.yaml", "notes.txt"), names(pack));

    assertEquals(Exit.FINDINGS, importing("--force").code());
    assertTrue(Files.readString(pack.resolve("clauses.yaml")).contains("FID-001"));
    assertEquals("mine", Files.readString(pack.resolve("notes.txt")));
    assertEquals(List.of("manifests", "pack"), names(folder));
  }

  @Test
  void oneMistakeAndNothingIsWritten() throws IOException {
    Files.writeString(manifests.resolve("bad.yml"), "dataset: [{name: no key}]");

    assertRefused(importing(), "PRB-N011");
    assertEquals(List.of("manifests"), names(folder));
  }

  @Test
  void filesThatAreNoManifestsAreNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    String to = pack.toString();
    assertRefused(Run.of("import", "fides", empty.toString(), "--to", to), "PRB-A002");
    assertRefused(Run.of("import", "fides", folder + "/none.yml", "--to", to), "PRB-A002");
    Path latin = folder.resolve("latin.yml");
    Files.write(latin, "name: å".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(Run.of("import", "fides", latin.toString(), "--to", to), "PRB-A005");
    Path large = Files.write(folder.resolve("large.yml"), new byte[8_000_001]);
    assertRefused(Run.of("import", "fides", large.toString(), "--to", to), "PRB-A004");
    assertRefused(Run.of("import", "fides", latin.toString()), "PRB-A001");
    assertRefused(importing("--in-force", "2026-02-30"), "PRB-N015");
    assertRefused(Run.of("import"), "PRB-A001");
    assertFalse(Files.exists(pack));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
