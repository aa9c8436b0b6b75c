// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clock.Calendars;
import dev.probity.kernel.clock.Frequency;
import dev.probity.kernel.clock.Span;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.TinyPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What laws say in numbers is read typed, and every mistake in it is a fault. */
class ParameterReaderTest {
  private static final Path STATUTES =
      Path.of(System.getProperty("probity.root", "..")).resolve("packs/statutes");
  private static final String HEAD = "pack: {id: t, version: \"1\", in-force: 2024-01-01}\n";
  private static final String FULL =
      "right: access, cite: Art. 1, ack: P10BD, due: P1M, extension: P2M,"
          + " clock: {starts: receipt, calendar: eu, rolls: true, tolls: [identity]},"
          + " frequency: {times: 2, per: P12M}, refuse: [excessive], keep: always, lookback: P12M,"
          + " from: 2024-01-01, until: 2025-12-31, confidence: V";

  private static PackReader.Outcome read(String fields) {
    String text = HEAD + "parameters:\n  t.access: {" + fields + "}\n";
    return PackReader.read(new PackFiles("t", Map.of("pack.yaml", text)), TinyPack.LEXICON);
  }

  private static Parameter parameter(String fields) {
    return switch (read(fields)) {
      case PackReader.Outcome.Read read -> read.source().parameters().getFirst();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults().toString());
    };
  }

  @Test
  void everyFieldIsTyped() {
    Parameter read = parameter(FULL);

    assertEquals(new Time.Counted(new Span.Months(1), "P1M"), read.due());
    assertEquals(new Time.Counted(new Span.BusinessDays(10), "P10BD"), read.acknowledgement());
    assertEquals(new Time.Named("always"), read.keep());
    assertEquals(Optional.of(Frequency.rolling(2, new Span.Months(12))), read.frequency());
    assertEquals(Optional.of(Calendars.EU), read.counting().calendar());
    assertEquals(List.of("identity"), read.counting().tolls());
    assertEquals("Art. 1", read.label());
  }

  @Test
  void aFieldLeftOutIsSilenceAndNotZero() {
    Parameter read = parameter("right: notice, cite: s. 1, from: 2024-01-01, confidence: M");

    assertEquals(new Time.Silent(), read.due());
    assertEquals(Optional.empty(), read.frequency());
    assertEquals("s. 1 (unverified)", read.label());
  }

  @Test
  void itHoldsFromItsFirstDayToItsLastAndOnlyIfItBinds() {
    Parameter.Validity validity = parameter(FULL).validity();

    assertFalse(validity.on(LocalDate.of(2023, 12, 31)));
    assertTrue(validity.on(LocalDate.of(2024, 1, 1)));
    assertTrue(validity.on(LocalDate.of(2025, 12, 31)));
    assertFalse(validity.on(LocalDate.of(2026, 1, 1)));
    for (String status : List.of("vacated", "proposed"))
      assertFalse(
          parameter(FULL + ", status: " + status).validity().on(LocalDate.of(2024, 6, 1)), status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "due: P1M | due: P1X | PRB-N015",
        "lookback: P12M | lookback: for ever | PRB-N015",
        "from: 2024-01-01 | from: 2024-02-30 | PRB-N015",
        "until: 2025-12-31 | until: 2023-12-31 | PRB-N015",
        "per: P12M | per: P10BD | PRB-N015",
        "times: 2 | times: none | PRB-N014",
        "calendar: eu | calendar: moon | PRB-N014",
        "right: access | right: acess | PRB-N014",
        "confidence: V | confidence: W | PRB-N014",
        "keep: always | kept: always | PRB-N010",
        "starts: receipt | start: receipt | PRB-N010",
        "calendar: eu, |  | PRB-N011",
        "calendar: eu, rolls: true, |  | PRB-N011", // ten business days of which place?
        "cite: Art. 1, |  | PRB-N011",
        "right: access, |  | PRB-N011",
        "from: 2024-01-01, |  | PRB-N011",
        ", confidence: V |  | PRB-N011",
      })
  void oneMistakeIsOneFault(String right, String wrong, String code) {
    String fields = FULL.replace(right, wrong == null ? "" : wrong);

    assertTrue(read(fields) instanceof PackReader.Outcome.Faulty, fields);
    List<Fault> faults = ((PackReader.Outcome.Faulty) read(fields)).faults();
    assertEquals(List.of(code), faults.stream().map(Fault::code).toList(), faults.toString());
  }

  @Test
  void everyStatuteHereIsReadAndNoParameterIsThereTwice() throws IOException {
    List<String> ids = new ArrayList<>();
    try (Stream<Path> folders = Files.list(STATUTES)) {
      for (Path folder : folders.sorted().toList()) {
        switch (PackReader.read(folder, TinyPack.LEXICON)) {
          case PackReader.Outcome.Read read ->
              read.source().parameters().forEach(p -> ids.add(p.id()));
          case PackReader.Outcome.Faulty faulty ->
              throw new AssertionError(faulty.faults().toString());
        }
      }
    }
    assertEquals(ids.size(), new TreeSet<>(ids).size());
    assertTrue(
        ids.containsAll(List.of("gdpr.access", "ccpa.know", "hipaa.access")), ids.toString());
  }

  @Test
  void anOverlayIsFoundInThePackOrAmongTheStatutesBesideIt(@TempDir Path folder)
      throws IOException {
    Path pack = Files.createDirectories(folder.resolve("shop"));
    Path law = Files.createDirectories(folder.resolve("statutes/law"));
    Files.writeString(pack.resolve("pack.yaml"), HEAD + "overlays: [{pack: law}]\n");
    Files.writeString(law.resolve("pack.yaml"), HEAD.replace("id: t", "id: beside"));

    assertEquals("beside", overlay(pack));

    Path own = Files.createDirectories(pack.resolve("overlays/law"));
    Files.writeString(own.resolve("pack.yaml"), HEAD.replace("id: t", "id: within"));
    assertEquals("within", overlay(pack));
  }

  @Test
  void aFaultInAStatuteStandsWhereTheStatuteDoes(@TempDir Path folder) throws IOException {
    Path pack = Files.createDirectories(folder.resolve("shop"));
    Path law = Files.createDirectories(folder.resolve("statutes/law"));
    Files.writeString(pack.resolve("pack.yaml"), HEAD + "overlays: [{pack: law}]\n");
    Files.writeString(law.resolve("pack.yaml"), HEAD + "claws: {}\n");

    List<Fault> faults =
        ((PackReader.Outcome.Faulty) PackReader.read(pack, TinyPack.LEXICON)).faults();

    assertEquals(law.resolve("pack.yaml").toString(), faults.getFirst().where().file());
  }

  private static String overlay(Path pack) {
    return switch (PackReader.read(pack, TinyPack.LEXICON)) {
      case PackReader.Outcome.Read read -> read.source().overlays().get("law").header().id();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults().toString());
    };
  }
}
