// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.app.cli.Surroundings;
import dev.probity.app.print.Terminal;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.vocabulary.LexiconReader;
import dev.probity.store.token.Scope;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before anything is started: one sentence, exit 2, nothing written. */
class CommandsTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void aDemoForEverybodyIsRefused() {
    refused("PRB-U001", "up", "--demo", "--address", "0.0.0.0");
    refused("PRB-U001", "up", "--demo", "--address", "198.51.100.7");
  }

  @Test
  void aWitnessThatIsNoneIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("no.key"), "log.example+00000000+AA==");
    for (Map<String, String> wrong :
        List.of(
            Map.of("PROBITY_WITNESS", "https://witness.example"),
            Map.of("PROBITY_WITNESS", "witness", "PROBITY_WITNESS_KEY", file.toString()),
            Map.of("PROBITY_WITNESS", "http://x", "PROBITY_WITNESS_KEY", file.toString()))) {
      err.reset();
      assertEquals(2, run(root(), wrong, "up"));
      assertTrue(said().contains("PRB-U006"), said());
    }
  }

  @Test
  void withoutPacksThereIsNoServer() {
    assertEquals(2, run(folder, "up"));
    assertTrue(said().contains("PRB-U002"), said());
  }

  @Test
  void aTokenForNothingKnownIsRefused() {
    refused("PRB-U003", "token", "create", "--controller", "example", "--scope", "decide,all");
    refused("PRB-U004", "token", "create", "--controller", "nobody", "--scope", "decide");
    refused("PRB-A001", "token", "create", "--controller", "example");
    refused("PRB-A001", "token", "burn", "--controller", "example", "--scope", "decide");
    refused("PRB-A001", "token", "create", "--controller", "x", "--scope", "view", "--days", "0");
  }

  @Test
  void theHelpNamesEveryScope() {
    assertEquals(0, run(root(), "token", "--help"));
    for (Scope scope : Scope.values())
      assertTrue(said().replaceAll("\\s+", " ").matches(".* " + scope.word() + "[,.].*"), said());
  }

  @Test
  void aDataDirectoryThatCannotBeWrittenIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertEquals(2, run(root(), Map.of("PROBITY_DATA", file + "/x"), "up"));
    assertEquals(2, said().lines().count(), said());
  }

  @Test
  void mailThatCannotBeSentIsRefusedBeforeAnythingStarts() {
    String smtp = "smtp://mail.test:587";
    String from = "news@klangvik.test";
    mail("PRB-W046", "mail.test", from, "https://k.test");
    mail("PRB-W046", "smtp://user:secret@mail.test", from, "https://k.test");
    mail("PRB-W047", smtp, "", "https://k.test");
    mail("PRB-W047", smtp, "a@b.test, c@d.test", "https://k.test");
    mail("PRB-W048", smtp, from, "");
    mail("PRB-W048", smtp, from, "http://k.test");
    assertEquals(List.of(), settings(smtp, from, "https://k.test").faults());
    assertTrue(settings("", "", "").post().isEmpty(), "no mail, unless it is set");
  }

  private void mail(String code, String smtp, String from, String url) {
    assertEquals(
        List.of(code), settings(smtp, from, url).faults().stream().map(Fault::code).toList());
  }

  private static MailSettings settings(String smtp, String from, String url) {
    return new MailSettings(
        Map.of("PROBITY_SMTP_URL", smtp, "PROBITY_MAIL_FROM", from, "PROBITY_PUBLIC_URL", url),
        false);
  }

  @Test
  void anAddressThatNoCollectorHasIsRefused() {
    for (String address : List.of("collector:4318", "http://a b", "http://me@host", "ftp://x")) {
      err.reset();
      Map<String, String> settings =
          Map.of(
              "PROBITY_DATA",
              folder.resolve("data").toString(),
              "OTEL_EXPORTER_OTLP_ENDPOINT",
              address);
      assertEquals(2, run(root(), settings, "up"));
      assertTrue(said().contains("PRB-U005"), said());
    }
  }

  private void refused(String code, String... words) {
    err.reset();
    assertEquals(2, run(root(), words));
    assertTrue(said().contains(code), said());
    assertFalse(Files.exists(folder.resolve("data")), "nothing was started");
  }

  private int run(Path home, String... words) {
    return run(home, Map.of("PROBITY_DATA", folder.resolve("data").toString()), words);
  }

  private int run(Path home, Map<String, String> settings, String... words) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Surroundings here =
        new Surroundings(
            new Terminal(stream, stream, false, false, false, 100),
            InputStream.nullInputStream(),
            home,
            folder,
            InstantSource.system(),
            LexiconReader::shipped);
    return dev.probity.app.cli.Commands.run(here, new Commands(settings), words);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static Path root() {
    return Path.of(System.getProperty("probity.root", ".."));
  }
}
