// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The epoch keys that exist: one, and during a rotation the one before it. The only keys in clear
 * on a disk, in one file that no backup may hold. Immutable.
 */
record Ring(List<Epoch> epochs) {
  private static final String HEAD = "probity key ring v1";

  /**
   * @param since when it became the newest
   */
  record Epoch(long number, LocalDate since, String keyset) {
    byte[] key() {
      return Base64.getDecoder().decode(keyset);
    }

    static Epoch fresh(long number, LocalDate since) {
      return new Epoch(number, since, Base64.getEncoder().encodeToString(Keysets.fresh()));
    }

    @Override
    public String toString() {
      return "epoch " + number;
    }
  }

  Ring {
    epochs = List.copyOf(epochs);
  }

  Epoch newest() {
    return epochs.getLast();
  }

  Optional<Epoch> epoch(long number) {
    return epochs.stream().filter(e -> e.number() == number).findFirst();
  }

  boolean rotating() {
    return epochs.size() > 1;
  }

  Ring with(Epoch newer) {
    List<Epoch> both = new ArrayList<>(epochs);
    both.add(newer);
    return new Ring(both);
  }

  Ring newestAlone() {
    return new Ring(List.of(newest()));
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    for (Epoch e : epochs) {
      text.append(e.number()).append(' ').append(e.since()).append(' ').append(e.keyset());
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static Optional<Ring> read(byte[] bytes) {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (lines.size() < 2 || !lines.getFirst().equals(HEAD)) return Optional.empty();
    try {
      List<Epoch> epochs = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(" ", -1);
        if (cells.length != 3) return Optional.empty();
        epochs.add(new Epoch(Long.parseLong(cells[0]), LocalDate.parse(cells[1]), cells[2]));
      }
      return Optional.of(new Ring(epochs));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
