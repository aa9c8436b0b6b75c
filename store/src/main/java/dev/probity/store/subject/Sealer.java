// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.vault.keys.KeyName;
import dev.probity.vault.keys.KeyStore;
import dev.probity.vault.keys.Recalled;
import dev.probity.vault.seal.BlindIndex;
import dev.probity.vault.seal.Datum;
import dev.probity.vault.seal.Opened;
import dev.probity.vault.seal.Origin;
import dev.probity.vault.seal.Place;
import dev.probity.vault.seal.SealedDatum;
import dev.probity.vault.seal.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns what names or describes a person into what a row may hold, and back. Safe for any number of
 * threads.
 */
final class Sealer {
  /** The field of her own id. */
  static final String NAME = "handle";

  private static final int HANDLE = 16;
  private static final int PART = 16;

  private final KeyStore keys;
  private final Vault vault;
  private final SecureRandom random;
  private final Map<Searched, BlindIndex> indexes;
  private final Map<String, BlindIndex> suppressions;

  Sealer(KeyStore keys, SecureRandom random) {
    this(keys, random, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  private Sealer(
      KeyStore keys,
      SecureRandom random,
      Map<Searched, BlindIndex> indexes,
      Map<String, BlindIndex> suppressions) {
    this.keys = keys;
    this.vault = new Vault(keys);
    this.random = random;
    this.indexes = indexes;
    this.suppressions = suppressions;
  }

  /** The same, which reads each key once: for one piece of work, on one thread. */
  Sealer during() {
    return new Sealer(new Recalled(keys), random, indexes, suppressions);
  }

  private record Searched(String controller, String element) {}

  /** Of an element of the vocabulary, or of {@code subject} and {@code device}, which are none. */
  byte[] blind(String controller, String element, String value) {
    return indexes
        .computeIfAbsent(
            new Searched(controller, element),
            s -> BlindIndex.of(controller, Set.of(element), keys, random))
        .of(element, value)
        .orElseThrow();
  }

  /** What keeps out whom this named: not her identifier's own hash, which dies with her. */
  byte[] suppression(String controller, byte[] blind) {
    return suppressions
        .computeIfAbsent(
            controller,
            c ->
                BlindIndex.of(
                    new KeyName(c, "", KeyName.Use.SUPPRESSION), Set.of("blind"), keys, random))
        .of("blind", name(blind))
        .orElseThrow();
  }

  byte[] subject(String controller, String handle) {
    return blind(controller, "subject", handle);
  }

  /** Another id, which says nothing of who it is for. */
  String handle() {
    byte[] bytes = new byte[HANDLE];
    random.nextBytes(bytes);
    return "sub_" + HexFormat.of().formatHex(bytes);
  }

  /** Her id as a row of somebody new holds it; empty bytes for others, whose row has one. */
  Optional<byte[]> handle(String controller, Before before, Instant moment) {
    if (!before.fresh()) return Optional.of(new byte[0]);
    byte[] plain = before.handle().getBytes(StandardCharsets.US_ASCII);
    return seal(controller, before.subject(), NAME, plain, moment);
  }

  /** Her id; nothing where her key is destroyed. */
  Optional<String> named(String controller, byte[] subject, Rows.OfSubject row) {
    return open(controller, subject, NAME, row.handle(), row.created())
        .map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
  }

  static String sheet(byte[] device) {
    return "facts" + HexFormat.of().formatHex(device);
  }

  Optional<byte[]> sheet(String controller, byte[] subject, byte[] device, Rows.OfSheet row) {
    return open(controller, subject, sheet(device), row.sealed(), row.at());
  }

  /** What tells her devices apart; nothing where none is named. */
  byte[] device(String controller, Who who) {
    return who.device().isEmpty() ? new byte[0] : blind(controller, "device", who.device());
  }

  /** Another number for what comes in at one time. */
  byte[] part() {
    byte[] bytes = new byte[PART];
    random.nextBytes(bytes);
    return bytes;
  }

  /** What was made for somebody who is not kept after all. */
  void undo(String controller, byte[] subject) {
    var unused = shred(controller, subject);
    unlink(controller, subject);
  }

  /** She is known: what was made for her stays. */
  void settle(String controller, byte[] subject) {
    keys.settle(controller, name(subject));
  }

  /** Whether what was made for somebody new is still there. */
  boolean ready(String controller, byte[] subject) {
    return keys.has(new KeyName(controller, name(subject), KeyName.Use.DATA));
  }

  /** For whom keys were made before then, and who was perhaps never known. */
  List<byte[]> newcomers(String controller, Instant before) {
    return keys.newcomers(controller, before).stream().map(HexFormat.of()::parseHex).toList();
  }

  /** Returns the day from which on no copy of a key opens what is hers. */
  LocalDate shred(String controller, byte[] subject) {
    return vault.shred(controller, name(subject));
  }

  /** From now on nobody can tell which entries of the log are hers. */
  void unlink(String controller, byte[] subject) {
    var unused = keys.destroy(new KeyName(controller, name(subject), KeyName.Use.LINK));
  }

  Optional<Rows.OfDatum> seal(String controller, byte[] subject, byte[] part, Given given) {
    byte[] value = given.value().getBytes(StandardCharsets.UTF_8);
    return vault
        .seal(
            valuePlace(controller, subject, part, given.origin(), given.claimed()),
            new Datum(given.origin(), value, given.annotation()))
        .map(datum -> new Rows.OfDatum(part, given.origin(), datum.sealed(), given.claimed()));
  }

  /** Nothing where her key is destroyed. */
  Optional<Kept> open(String controller, byte[] subject, Rows.OfDatum row) {
    SealedDatum sealed = new SealedDatum(row.origin(), row.sealed());
    Place place = valuePlace(controller, subject, row.part(), row.origin(), row.claimed());
    return opened(vault.open(place, sealed))
        .map(
            datum ->
                new Kept(
                    HexFormat.of().formatHex(row.part()),
                    datum.origin(),
                    new String(datum.value(), StandardCharsets.UTF_8),
                    datum.annotation(),
                    row.claimed()));
  }

  /** A value that was claimed opens as nothing else, whatever its row is made to say. */
  private static Place valuePlace(
      String controller, byte[] subject, byte[] part, Origin origin, boolean claimed) {
    String field = origin.element() + "/" + HexFormat.of().formatHex(part);
    return place(controller, subject, claimed ? field + "/claimed" : field);
  }

  void enrol(String controller, byte[] subject) {
    if (!vault.enrol(controller, name(subject), random))
      throw new IllegalStateException("a new person has a key already");
  }

  /** Nothing where her key is destroyed. */
  Optional<byte[]> seal(String controller, byte[] subject, String field, byte[] value, Instant at) {
    return vault
        .seal(place(controller, subject, field), new Datum(origin(field, at), value, ""))
        .map(SealedDatum::sealed);
  }

  /** Nothing where her key is destroyed. */
  Optional<byte[]> open(
      String controller, byte[] subject, String field, byte[] sealed, Instant at) {
    SealedDatum datum = new SealedDatum(origin(field, at), sealed);
    return opened(vault.open(place(controller, subject, field), datum)).map(Datum::value);
  }

  private static Optional<Datum> opened(Opened result) {
    return switch (result) {
      case Opened.Value opened -> Optional.of(opened.datum());
      case Opened.Dark dark -> Optional.empty();
      case Opened.Refused refused ->
          throw new IllegalStateException("a sealed row was altered, or sealed with other keys");
    };
  }

  private static Place place(String controller, byte[] subject, String field) {
    return new Place(controller, name(subject), field);
  }

  private static String name(byte[] subject) {
    return HexFormat.of().formatHex(subject);
  }

  private static Origin origin(String field, Instant at) {
    return new Origin(field, "controller", "", "", at);
  }
}
