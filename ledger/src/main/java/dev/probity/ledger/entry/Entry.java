// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.entry;

import dev.probity.ledger.tree.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * One thing that happened, as the log keeps it: which notice was in force, and where somebody is
 * concerned, who, as a pseudonym. Values stand only as commitments. Immutable; written and read by
 * {@link EntryText}.
 */
public sealed interface Entry {
  Instant at();

  PackPin pack();

  /** About a person. */
  sealed interface OfPerson extends Entry {
    Pseudonym who();
  }

  record NoticePresented(Instant at, Pseudonym who, PackPin pack) implements OfPerson {}

  record NoticeAccepted(Instant at, Pseudonym who, PackPin pack) implements OfPerson {}

  record ConsentGiven(Instant at, Pseudonym who, PackPin pack, Word purpose, Word level)
      implements OfPerson {}

  record ConsentWithdrawn(Instant at, Pseudonym who, PackPin pack, Word purpose)
      implements OfPerson {}

  /** Such as a Global Privacy Control (11 CCR 7025). */
  record SignalHonoured(Instant at, Pseudonym who, PackPin pack, Word signal) implements OfPerson {}

  record Collected(
      Instant at, Pseudonym who, PackPin pack, Word point, SortedMap<Word, Commitment> values)
      implements OfPerson {}

  /** What the accounting of disclosures is made of (45 CFR 164.528(b)). */
  record Disclosed(
      Instant at,
      Pseudonym who,
      PackPin pack,
      Word recipient,
      Word purpose,
      List<Word> clauses,
      SortedMap<Word, Commitment> values)
      implements OfPerson {}

  record Corrected(Instant at, Pseudonym who, PackPin pack, SortedMap<Word, Commitment> values)
      implements OfPerson {}

  /** A recipient was told of a change (GDPR Art. 19). */
  record Propagated(Instant at, Pseudonym who, PackPin pack, Word recipient, Word act, Word outcome)
      implements OfPerson {}

  /** Written before anything is erased. */
  record ErasureIntended(Instant at, Pseudonym who, PackPin pack, List<Word> elements)
      implements OfPerson {}

  /**
   * @param dark from when on not even a copy of keys can open what is left
   */
  record Erased(Instant at, Pseudonym who, PackPin pack, List<Word> stores, LocalDate dark)
      implements OfPerson {}

  record RequestStep(Instant at, Pseudonym who, PackPin pack, Word right, Word step)
      implements OfPerson {}

  record PhiRead(
      Instant at, Pseudonym who, PackPin pack, Word role, Word purpose, List<Word> elements)
      implements OfPerson {}

  /**
   * Something held of a person was changed, other than a consent, a notice or a signal.
   *
   * @param kind such as {@code relation} or {@code state}
   * @param values what it is now, by name
   */
  record Registered(
      Instant at, Pseudonym who, PackPin pack, Word kind, SortedMap<Word, Commitment> values)
      implements OfPerson {}

  /** A message left the house. */
  record MailSent(Instant at, Pseudonym who, PackPin pack, Word purpose, List<Word> clauses)
      implements OfPerson {}

  /**
   * What an event obliged to was done.
   *
   * @param acts such as {@code block} or {@code erase}
   */
  record Acted(Instant at, Pseudonym who, PackPin pack, Word event, List<Word> acts)
      implements OfPerson {}

  /**
   * A register that is about nobody was changed, such as that of contracts.
   *
   * @param document a commitment to what stands there, its number included
   */
  record RegisterKept(Instant at, PackPin pack, Word register, Word step, Commitment document)
      implements Entry {}

  record PackPublished(Instant at, PackPin pack) implements Entry {}

  /**
   * The words of a version, as people read them.
   *
   * @param text the SHA-256 of the file that holds them
   */
  record TextPublished(Instant at, PackPin pack, Word language, Hash text) implements Entry {}

  record ControlShown(Instant at, PackPin pack, Word control, Word outcome) implements Entry {}

  /**
   * @param incident a commitment to its number in the register
   */
  record BreachStep(Instant at, PackPin pack, Commitment incident, Word step) implements Entry {}
}
