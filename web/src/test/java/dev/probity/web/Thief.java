// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import dev.probity.ledger.entry.Commitment;
import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.EntryText;
import dev.probity.ledger.entry.LinkKey;
import dev.probity.ledger.entry.Pseudonym;
import dev.probity.ledger.entry.Word;
import dev.probity.store.subject.Person;
import dev.probity.vault.keys.Keysets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever has copies of everything, reads our source, and tries every key on every value. He opens
 * key files himself, by what decision 0014 says of them, and asks no server.
 */
final class Thief {
  private static final HexFormat HEX = HexFormat.of();

  private Thief() {}

  /** A sealed value and what it is bound to. */
  record Loot(String table, String controller, String subject, byte[] sealed, byte[] bound) {
    boolean opens(Collection<byte[]> secrets) {
      return secrets.stream().anyMatch(key -> Keysets.open(key, sealed, bound).isPresent());
    }

    @Override
    public String toString() {
      return table + " of " + controller + "/" + subject;
    }
  }

  /** All keys that any of these folders and any of these rings give together. */
  static Collection<byte[]> secrets(List<Path> folders, List<Path> rings) throws IOException {
    Map<String, byte[]> secrets = new TreeMap<>();
    for (Path ring : rings)
      for (String line : Files.readAllLines(ring)) {
        String[] words = line.split(" ");
        if (words.length != 3) continue;
        byte[] epoch = Base64.getDecoder().decode(words[2]);
        for (Path folder : folders)
          for (Path file : files(folder)) {
            byte[] wrapped = Files.readAllBytes(file);
            if (wrapped.length <= Long.BYTES) continue;
            String id = String.valueOf(file.getFileName()).replaceAll("\\..*", "");
            String number = Long.toString(ByteBuffer.wrap(wrapped).getLong());
            byte[] sealed = Arrays.copyOfRange(wrapped, Long.BYTES, wrapped.length);
            Keysets.open(epoch, sealed, Keysets.bound("probity wrapped key v1", id, number))
                .ifPresent(secret -> secrets.put(HEX.formatHex(secret), secret));
          }
      }
    return secrets.values();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Everything that is sealed in a database, whoever it is about. */
  static List<Loot> loot(DataSource superuser) {
    JdbcClient client = JdbcClient.create(superuser);
    List<Loot> all = new ArrayList<>();
    client
        .sql("select controller, subject, handle, created_at from subject")
        .query(
            row -> {
              all.add(
                  own("subject", row.getString(1), hex(row.getBytes(2)), "handle", row.getBytes(3))
                      .at(row.getTimestamp(4).toInstant()));
            });
    client
        .sql("select controller, subject, device, sealed, sealed_at from held")
        .query(
            row -> {
              String field = "facts" + hex(row.getBytes(3));
              String table = field.equals("facts") ? "held" : "held of a device";
              all.add(
                  own(table, row.getString(1), hex(row.getBytes(2)), field, row.getBytes(4))
                      .at(row.getTimestamp(5).toInstant()));
            });
    client
        .sql("select controller, subject, mail, sealed, sealed_at from mail where sealed <> ''")
        .query(
            row -> {
              String field = "mail" + row.getLong(3);
              all.add(
                  own("mail", row.getString(1), hex(row.getBytes(2)), field, row.getBytes(4))
                      .at(row.getTimestamp(5).toInstant()));
            });
    client
        .sql("select controller, step, sealed, at from register_step")
        .query(
            row -> {
              String field = "register/" + row.getLong(2);
              Own own = own("register_step", row.getString(1), "", field, row.getBytes(3));
              String at = row.getTimestamp(4).toInstant().toString();
              all.add(own.bound("register", "controller", "", "", at));
            });
    client
        .sql(
            "select controller, subject, part, claimed, sealed, element, source, point, pack,"
                + " given_at from datum")
        .query(
            row -> {
              String field =
                  row.getString(6)
                      + "/"
                      + hex(row.getBytes(3))
                      + (row.getBoolean(4) ? "/claimed" : "");
              all.add(
                  own("datum", row.getString(1), hex(row.getBytes(2)), field, row.getBytes(5))
                      .bound(
                          row.getString(6),
                          row.getString(7),
                          row.getString(8),
                          row.getString(9),
                          row.getTimestamp(10).toInstant().toString()));
            });
    return all;
  }

  private record Own(String table, String controller, String subject, String field, byte[] sealed) {
    Loot at(Instant at) {
      return bound(field, "controller", "", "", at.toString());
    }

    Loot bound(String... origin) {
      String[] parts =
          Stream.concat(
                  Stream.of("probity datum v1", controller, subject, field), Arrays.stream(origin))
              .toArray(String[]::new);
      return new Loot(table, controller, subject, sealed, Keysets.bound(parts));
    }
  }

  private static Own own(
      String table, String controller, String subject, String field, byte[] sealed) {
    return new Own(table, controller, subject, field, sealed);
  }

  private static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  /** The entries of a controller's log that one of these keys ties to somebody. */
  static long linked(DataSource superuser, String controller, Collection<byte[]> secrets) {
    long linked = 0;
    for (Written written : entries(superuser, controller))
      if (written.entry() instanceof Entry.OfPerson of
          && of32(secrets).stream()
              .anyMatch(key -> new LinkKey(key).at(written.index()).equals(of.who()))) linked++;
    return linked;
  }

  /** The values that the log promises and that somebody who guesses them right can show. */
  static List<String> guessed(
      DataSource superuser, String controller, Collection<byte[]> secrets, List<String> guesses) {
    List<String> guessed = new ArrayList<>();
    for (Written written : entries(superuser, controller))
      if (written.entry() instanceof Entry.OfPerson of)
        for (String guess : guesses)
          if (of32(secrets).stream().anyMatch(key -> shows(key, of.who(), values(of), guess)))
            guessed.add(guess);
    return guessed;
  }

  private static Map<Word, Commitment> values(Entry.OfPerson entry) {
    if (entry instanceof Entry.Collected collected) return collected.values();
    return entry instanceof Entry.Disclosed disclosed ? disclosed.values() : Map.of();
  }

  private static boolean shows(
      byte[] key, Pseudonym who, Map<Word, Commitment> values, String guess) {
    Person person = new Person(new LinkKey(key), key);
    return values.entrySet().stream()
        .anyMatch(e -> person.commitment(who, e.getKey(), guess).equals(e.getValue()));
  }

  private static List<byte[]> of32(Collection<byte[]> secrets) {
    return secrets.stream().filter(key -> key.length == 32).toList();
  }

  private record Written(long index, Entry entry) {}

  private static List<Written> entries(DataSource superuser, String controller) {
    return JdbcClient.create(superuser)
        .sql("select index, bytes from ledger_entry where controller = ? order by index")
        .param(controller)
        .query(
            (row, number) ->
                new Written(row.getLong(1), EntryText.read(row.getBytes(2)).orElseThrow()))
        .list();
  }

  /** Whom a row is about, by an address that somebody guesses and one of these keys. */
  static List<String> named(
      DataSource superuser, String controller, Collection<byte[]> secrets, String address) {
    byte[] message = Keysets.bound("probity index v1", controller, "contact.email", address);
    return JdbcClient.create(superuser)
        .sql("select encode(subject, 'hex') from subject_identifier where blind = any(?)")
        .param((Object) of32(secrets).stream().map(k -> hmac(k, message)).toArray(byte[][]::new))
        .query(String.class)
        .list();
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
      mac.init(new javax.crypto.spec.SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
