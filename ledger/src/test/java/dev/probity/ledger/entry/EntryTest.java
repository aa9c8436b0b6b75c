// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.log.Draft;
import dev.probity.ledger.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntryTest {
  private static final Instant AT = Instant.parse("2026-06-01T10:20:30.123456Z");
  private static final PackPin PACK = new PackPin("example@2026-03-01#9f86d081884c7d65");
  private static final LinkKey LINK = new LinkKey(bytes(7));
  private static final Word EMAIL = new Word("contact.email");

  private static byte[] bytes(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return bytes;
  }

  private static SortedMap<Word, Commitment> values(int salt) {
    byte[] value = "somebody@example.test".getBytes(StandardCharsets.UTF_8);
    return new TreeMap<>(
        Map.of(
            EMAIL,
            Commitment.of(bytes(salt), EMAIL, value),
            new Word("device.serial"),
            Commitment.of(bytes(salt + 100), new Word("device.serial"), value)));
  }

  private static Word word(String text) {
    return new Word(text);
  }

  private static List<Entry> oneOfEach() {
    Pseudonym who = LINK.at(41);
    return List.of(
        new Entry.NoticePresented(AT, who, PACK),
        new Entry.NoticeAccepted(AT, who, PACK),
        new Entry.ConsentGiven(AT, who, PACK, word("marketing.email"), word("explicit")),
        new Entry.ConsentWithdrawn(AT, who, PACK, word("marketing.email")),
        new Entry.SignalHonoured(AT, who, PACK, word("gpc")),
        new Entry.Collected(AT, who, PACK, word("registration"), values(1)),
        new Entry.Disclosed(
            AT,
            who,
            PACK,
            word("audiologist"),
            word("fitting"),
            List.of(word("EXA-020")),
            values(2)),
        new Entry.Corrected(AT, who, PACK, new TreeMap<>()),
        new Entry.Propagated(AT, who, PACK, word("processor"), word("erase"), word("done")),
        new Entry.ErasureIntended(AT, who, PACK, List.of(EMAIL, word("device.serial"))),
        new Entry.Erased(AT, who, PACK, List.of(), LocalDate.of(2026, 7, 1)),
        new Entry.RequestStep(AT, who, PACK, word("access"), word("verified")),
        new Entry.PhiRead(AT, who, PACK, word("clinician"), word("treatment"), List.of(EMAIL)),
        new Entry.Registered(AT, who, PACK, word("state"), values(5)),
        new Entry.MailSent(AT, who, PACK, word("marketing"), List.of(word("EXA-017"))),
        new Entry.Acted(AT, who, PACK, word("withdrawn"), List.of(word("block"))),
        new Entry.RegisterKept(
            AT,
            PACK,
            word("contract"),
            word("begun"),
            Commitment.of(bytes(6), word("contract"), bytes(4))),
        new Entry.PackPublished(AT, PACK),
        new Entry.TextPublished(AT, PACK, word("sv"), Hash.of(bytes(9)).orElseThrow()),
        new Entry.ControlShown(AT, PACK, word("mail-gate"), word("kept")),
        new Entry.BreachStep(
            AT, PACK, Commitment.of(bytes(3), word("incident"), bytes(4)), word("notified")));
  }

  @Test
  void everyKindIsReadBack() {
    List<Entry> entries = oneOfEach();

    assertEquals(21, entries.stream().map(Object::getClass).distinct().count());
    for (Entry entry : entries) {
      assertEquals(entry, EntryText.read(EntryText.bytes(entry)).orElseThrow());
    }
  }

  @Test
  void anEntryIsOneLineThatAPersonCanRead() {
    Entry entry = new Entry.ConsentWithdrawn(AT, LINK.at(41), PACK, word("marketing.email"));

    assertEquals(
        "{\"entry\":\"consent-withdrawn\",\"at\":\"2026-06-01T10:20:30.123456Z\","
            + "\"pack\":\"example@2026-03-01#9f86d081884c7d65\",\"who\":\""
            + LINK.at(41).hash()
            + "\",\"purpose\":\"marketing.email\"}",
        new String(EntryText.bytes(entry), StandardCharsets.UTF_8));
  }

  @Test
  void bytesThatMeanTheSameInAnotherWayAreRefused() {
    for (Entry entry : oneOfEach()) {
      byte[] right = EntryText.bytes(entry);
      for (int i = 0; i < right.length; i++) {
        for (byte changed : new byte[] {' ', '"', '{', '}', '[', ',', '\\', 'A', (byte) 0xff}) {
          byte[] other = right.clone();
          other[i] = changed;
          EntryText.read(other).ifPresent(e -> assertArrayEquals(other, EntryText.bytes(e)));
        }
        assertTrue(EntryText.read(Arrays.copyOf(right, i)).isEmpty());
      }
    }
    String text =
        new String(EntryText.bytes(new Entry.PackPublished(AT, PACK)), StandardCharsets.UTF_8);
    Stream.of(
            text + " ",
            text.replace(",", ", "),
            text.replace("\"at\"", "\"at\":\"\",\"at\""),
            text.replace("}", ",\"note\":\"more\"}"),
            text.replace("}", ",\"who\":{\"a\":{\"b\":\"c\"}}}"),
            text.replace("pack-published", "pack-burnt"))
        .forEach(t -> assertTrue(EntryText.read(t.getBytes(StandardCharsets.UTF_8)).isEmpty(), t));
  }

  @Test
  void nothingFreeFitsIntoAWord() {
    Stream.of(
            "",
            "a b",
            "somebody@example.test",
            "070-123",
            "a/b",
            "é",
            "x".repeat(81),
            "a..b",
            "a\n")
        .forEach(text -> assertThrows(IllegalArgumentException.class, () -> new Word(text), text));
    assertThrows(IllegalArgumentException.class, () -> new PackPin("example@2026-03-01# x"));
  }

  /** Two entries of one person, about the same thing: nothing in them says that she is one. */
  @Test
  void entriesOfOnePersonShareNoBytesThatCouldLinkThem() {
    byte[] first = disclosed(41, 1);
    byte[] second = disclosed(42, 2);
    Entry.Disclosed one = (Entry.Disclosed) EntryText.read(first).orElseThrow();
    Entry.Disclosed other = (Entry.Disclosed) EntryText.read(second).orElseThrow();

    for (byte[] mine : hashes(one)) {
      for (byte[] hers : hashes(other)) {
        for (int i = 0; i + 4 <= mine.length; i++) {
          String window = HexFormat.of().formatHex(mine, i, i + 4);
          assertFalse(HexFormat.of().formatHex(hers).contains(window));
        }
      }
    }
    assertEquals(one.who(), LINK.at(41));
    assertNotEquals(one.who(), new LinkKey(bytes(8)).at(41));
  }

  private static byte[] disclosed(long index, int salt) {
    return Draft.about(
            LINK,
            who ->
                new Entry.Disclosed(
                    AT, who, PACK, word("audiologist"), word("fitting"), List.of(), values(salt)))
        .at(index);
  }

  private static List<byte[]> hashes(Entry.Disclosed entry) {
    return Stream.concat(
            Stream.of(entry.who().hash().bytes()),
            entry.values().values().stream().map(c -> c.hash().bytes()))
        .toList();
  }

  @Test
  void aCommitmentOpensOnlyWithItsSaltElementAndValue() {
    byte[] value = {1, 2, 3};
    Commitment commitment = Commitment.of(bytes(1), EMAIL, value);

    assertTrue(commitment.opens(bytes(1), EMAIL, value));
    assertFalse(commitment.opens(bytes(2), EMAIL, value));
    assertFalse(commitment.opens(bytes(1), word("contact.phone"), value));
    assertFalse(commitment.opens(bytes(1), EMAIL, new byte[] {1, 2}));
    assertThrows(IllegalArgumentException.class, () -> Commitment.of(new byte[16], EMAIL, value));
  }
}
