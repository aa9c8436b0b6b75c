// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PrintTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Terminal terminal(boolean live) {
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new Terminal(stream, stream, false, false, live, 40);
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void faultsComeByPlaceEachOnce() {
    Fault late = new Fault("PRB-N001", "second", "mend it", new Where("b.yaml", 10, 2));
    Fault early = new Fault("PRB-N002", "first", "mend this", new Where("b.yaml", 9, 1));

    terminal(false).findings(List.of(late, early, late));

    assertEquals(
        """
        b.yaml:9:1  PRB-N002  first
           fix: mend this
        b.yaml:10:2  PRB-N001  second
           fix: mend it
        """,
        printed());
  }

  @Test
  void aTableWrapsItsLastColumnUnderItself() {
    Table table = new Table(terminal(false));
    table.row(Tint.NAME, "a", "one two three four five six seven eight nine");
    table.row(Tint.NAME, "long", "x");

    table.print();

    assertEquals(
        "  a     one two three four five six\n        seven eight nine\n  long  x\n", printed());
  }

  @Test
  void jsonKeepsOrderEscapesAndNumbers() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("z", "a \"b\" å \n");
    tree.put("a", List.of(1, 2L, true, new BigDecimal("1.50")));

    assertEquals("{\"z\":\"a \\\"b\\\" å \\n\",\"a\":[1,2,true,1.50]}", Json.text(tree));
    assertThrows(IllegalArgumentException.class, () -> Json.text(Map.of("a", 'c')));
  }

  @Test
  void aBarComesAfterASecondWhereSomebodyWatchesAndLeavesTheTime() {
    AtomicLong millis = new AtomicLong();
    try (Progress progress =
        new Progress(terminal(true), "mutants", () -> Instant.ofEpochMilli(millis.get()))) {
      progress.at(1, 10);
      assertEquals("", printed());
      millis.set(1_001);
      progress.at(5, 10);
      assertTrue(printed().contains("5 of 10"), printed());
      progress.at(6, 10);
      assertTrue(!printed().contains("6 of 10"), printed());
    }
    assertTrue(printed().endsWith("\r\u001B[Kmutants  1.0 s" + System.lineSeparator()), printed());
  }

  @Test
  void nobodyWatchesAPipe() {
    AtomicLong millis = new AtomicLong();
    try (Progress progress =
        new Progress(terminal(false), "mutants", () -> Instant.ofEpochMilli(millis.get()))) {
      millis.set(5_000);
      progress.at(5, 10);
    }
    assertEquals("", printed());
  }
}
