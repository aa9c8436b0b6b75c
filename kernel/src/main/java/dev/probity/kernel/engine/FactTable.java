// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the system found, in the form the compiled engine reads: filled once for a person, asked
 * many times, cleared and filled again for the next. Means what {@link Facts} means; words that no
 * pack knows change nothing.
 *
 * <p>One thread fills it; while nobody fills it any number may decide by it. Filling allocates only
 * where a table grows beyond what it held before, and for documents that count for a period.
 */
public final class FactTable {
  final Words words;
  private final Places places;
  final ConsentTable consents;
  final ChoiceTable choices;
  final DocumentTable documents;
  private final long[] flags;
  private final int[] base;
  private final int[] place = new int[Whose.values().length];
  private final int[] youngest = new int[place.length];
  private final int[] oldest = new int[place.length];
  private boolean consentLast;
  private int read;
  private boolean rolesStated;
  private int channel;

  FactTable(Common common) {
    words = common.words();
    places = common.places();
    consents = new ConsentTable(words);
    choices = new ChoiceTable(words);
    documents = new DocumentTable(words, common.periods());
    base = new int[Space.values().length];
    int versions = words.size(Space.VERSION) + 1;
    int bits = words.size(Space.NOTICE) * versions;
    for (Space space : new Space[] {Space.RELATION, Space.ROLE, Space.STATE}) {
      base[space.ordinal()] = bits;
      bits += words.size(space);
    }
    flags = new long[(bits + 63) >>> 6];
    clear();
  }

  /** Back to nothing known. */
  public FactTable clear() {
    consents.clear();
    choices.clear();
    documents.clear();
    Arrays.fill(flags, 0);
    Arrays.fill(place, Words.NONE);
    Arrays.fill(oldest, Words.NONE);
    read = 0;
    rolesStated = false;
    channel = Words.NONE;
    return this;
  }

  /** This kind was looked up: what is not here is known not to be there. */
  public FactTable read(Kind kind) {
    read |= 1 << kind.ordinal();
    return this;
  }

  /** A consent given, that covers nothing in particular and stands from ever. */
  public FactTable consent(String id, ConsentLevel level) {
    return consent(id, true, level, null, null);
  }

  public FactTable consent(
      String id,
      boolean yes,
      ConsentLevel level,
      @Nullable Instant from,
      @Nullable Instant withdrawn) {
    return consent(words.index(Space.CONSENT, id), yes, level, from, withdrawn);
  }

  public FactTable consent(
      Handle id,
      boolean yes,
      ConsentLevel level,
      @Nullable Instant from,
      @Nullable Instant withdrawn) {
    return consent(id.in(Space.CONSENT, words).index, yes, level, from, withdrawn);
  }

  private FactTable consent(
      int id,
      boolean yes,
      ConsentLevel level,
      @Nullable Instant from,
      @Nullable Instant withdrawn) {
    consents.add(id, yes, level, from, withdrawn);
    consentLast = true;
    return this;
  }

  /** Ties the consent or the document added last to a term or a value. */
  public FactTable covering(Tie tie, String value) {
    (consentLast ? consents.covers : documents.covers).add(tie, value);
    return this;
  }

  public FactTable evidence(String kind, @Nullable Instant from, @Nullable Instant until) {
    return evidence(words.index(Space.EVIDENCE, kind), from, until);
  }

  public FactTable evidence(Handle kind, @Nullable Instant from, @Nullable Instant until) {
    return evidence(kind.in(Space.EVIDENCE, words).index, from, until);
  }

  private FactTable evidence(int kind, @Nullable Instant from, @Nullable Instant until) {
    documents.add(kind, from, until);
    consentLast = false;
    return this;
  }

  /** A choice that was recorded, without a value of its own; values are added one by one. */
  public FactTable choice(String id) {
    choices.record(words.index(Space.CHOICE, id));
    return this;
  }

  public FactTable choice(String id, String value) {
    choices.add(words.index(Space.CHOICE, id), words.symbol(value), value);
    return this;
  }

  public FactTable choice(Handle id, Handle value) {
    Handle word = value.in(Space.WORD, words);
    choices.add(id.in(Space.CHOICE, words).index, word.symbol, word.word);
    return this;
  }

  /**
   * @param version of the notice; empty where it does not matter
   */
  public FactTable notice(String what, String version) {
    return notice(words.index(Space.NOTICE, what), version);
  }

  public FactTable notice(Handle what, String version) {
    return notice(what.in(Space.NOTICE, words).index, version);
  }

  private FactTable notice(int what, String version) {
    int edition = version.isEmpty() ? 0 : 1 + words.index(Space.VERSION, version);
    if (what != Words.NONE && (edition > 0 || version.isEmpty())) raise(notices(what) + edition);
    return this;
  }

  public FactTable relation(String kind) {
    return flag(Space.RELATION, words.index(Space.RELATION, kind));
  }

  public FactTable relation(Handle kind) {
    return flag(Space.RELATION, kind.in(Space.RELATION, words).index);
  }

  public FactTable state(String kind) {
    return flag(Space.STATE, words.index(Space.STATE, kind));
  }

  public FactTable state(Handle kind) {
    return flag(Space.STATE, kind.in(Space.STATE, words).index);
  }

  public FactTable role(String kind) {
    rolesStated = true;
    return flag(Space.ROLE, words.index(Space.ROLE, kind));
  }

  public FactTable role(Handle kind) {
    rolesStated = true;
    return flag(Space.ROLE, kind.in(Space.ROLE, words).index);
  }

  private FactTable flag(Space space, int index) {
    if (index != Words.NONE) raise(base[space.ordinal()] + index);
    return this;
  }

  private void raise(int bit) {
    flags[bit >>> 6] |= 1L << bit;
  }

  public FactTable region(Whose whose, String region) {
    place[whose.ordinal()] = places.row(region);
    return this;
  }

  public FactTable region(Whose whose, Handle region) {
    place[whose.ordinal()] = region.in(Space.REGION, words).index;
    return this;
  }

  /** An age known to lie between two years, both included. */
  public FactTable age(Whose whose, int from, int to) {
    youngest[whose.ordinal()] = from;
    oldest[whose.ordinal()] = to;
    return this;
  }

  public FactTable channel(ChannelLevel level) {
    channel = level.ordinal();
    return this;
  }

  /** Clears, and takes over what the facts say. Allocates. */
  public FactTable load(Facts facts) {
    FactLoader.load(facts, clear());
    return this;
  }

  boolean wasRead(Kind kind) {
    return (read >>> kind.ordinal() & 1) != 0;
  }

  boolean rolesKnown() {
    return rolesStated || wasRead(Kind.ROLE);
  }

  boolean has(Space space, int index) {
    return up(base[space.ordinal()] + index);
  }

  /** Whether the notice reached the person, in this version or in whichever. */
  boolean hasNotice(int what, int version) {
    return up(notices(what)) || up(notices(what) + 1 + version);
  }

  private int notices(int what) {
    return what * (words.size(Space.VERSION) + 1);
  }

  private boolean up(int bit) {
    return (flags[bit >>> 6] >>> bit & 1) != 0;
  }

  /** The row of {@link Places} where somebody is. */
  int place(Whose whose) {
    int stated = place[whose.ordinal()];
    if (stated != Words.NONE) return stated;
    return wasRead(Kind.REGION) ? Places.NOWHERE : Places.UNKNOWN;
  }

  int youngest(Whose whose) {
    return youngest[whose.ordinal()];
  }

  /** The oldest somebody can be; -1 where no age is declared. */
  int oldest(Whose whose) {
    return oldest[whose.ordinal()];
  }

  /** The level of the chosen channel; -1 where none is chosen. */
  int channel() {
    return channel;
  }
}
