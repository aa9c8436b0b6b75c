// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.app.served.ServedLog;
import dev.probity.ledger.audit.Audit;
import dev.probity.ledger.audit.Kept;
import dev.probity.ledger.audit.Report;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.Tiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running server's log, read whole as an auditor reads it, with the kind of each entry.
 *
 * @param report what the audit found
 * @param kinds by the index of the entry; of those about mail {@link #MAIL_UNDONE} apart
 */
record ReadLog(Report report, Map<Long, String> kinds) {
  /** The kind of an entry that says that a mail, told of as sent, did not leave after all. */
  static final String MAIL_UNDONE = "mail-undone";

  private static final Pattern KIND = Pattern.compile("^\\{\"entry\":\"([a-z-]+)\"");

  /**
   * @param elsewhere checkpoints and receipts that were acknowledged
   */
  static ReadLog of(Running server, List<Kept> elsewhere) throws IOException {
    VerifierKey key =
        VerifierKey.parse(Files.readString(server.data.resolve("ledger/example/log.pub")).strip())
            .orElseThrow();
    Map<Long, String> kinds = new TreeMap<>();
    try (ServedLog served = ServedLog.at(server.url + "/v1/example/ledger", server.token)) {
      SignedCheckpoint own = served.checkpoint();
      Report report = new Audit(new Watched(served, kinds), key).of(own, elsewhere);
      return new ReadLog(report, kinds);
    }
  }

  private record Watched(Tiles tiles, Map<Long, String> kinds) implements Tiles {
    @Override
    public Optional<byte[]> tile(Tile tile) {
      return tiles.tile(tile);
    }

    @Override
    public Optional<byte[]> bundle(long index, int width) {
      Optional<byte[]> bundle = tiles.bundle(index, width);
      List<byte[]> entries = bundle.flatMap(b -> Bundle.entries(b, width)).orElse(List.of());
      for (int i = 0; i < entries.size(); i++)
        kinds.put(index * Tile.FULL + i, kind(new String(entries.get(i), StandardCharsets.UTF_8)));
      return bundle;
    }

    private static String kind(String entry) {
      Matcher kind = KIND.matcher(entry);
      if (!kind.find()) return "";
      boolean undone = kind.group(1).equals("acted") && entry.contains("\"event\":\"mail-sent\"");
      return undone ? MAIL_UNDONE : kind.group(1);
    }
  }
}
