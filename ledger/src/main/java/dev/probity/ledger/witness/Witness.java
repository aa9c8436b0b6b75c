// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.witness;

import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.Note;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.tree.Consistency;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Merkle;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Signs checkpoints of the logs that it knows, each only if it continues the one before: of two
 * histories it signs one. It remembers the last of each log in a file that is on the disk before it
 * answers; one witness to a folder. Safe for many threads, one offer at a time.
 */
public final class Witness {
  private final SigningKey key;
  private final Map<String, VerifierKey> logs;
  private final Path folder;
  private final InstantSource clock;

  /**
   * @param key of the kind {@link VerifierKey.Kind#WITNESS}
   * @param logs whose checkpoints it signs
   * @param folder where it remembers
   */
  public Witness(SigningKey key, List<VerifierKey> logs, Path folder, InstantSource clock) {
    if (key.verifier().kind() != VerifierKey.Kind.WITNESS)
      throw new IllegalArgumentException("not a witness's key");
    this.key = key;
    this.logs = logs.stream().collect(Collectors.toMap(VerifierKey::name, log -> log));
    this.folder = folder;
    this.clock = clock;
  }

  public synchronized Answer answer(String text) {
    try {
      return judged(text);
    } catch (IOException e) {
      return new Answer.Forgetful();
    }
  }

  private Answer judged(String text) throws IOException {
    Optional<Offer> parsed = Offer.parse(text);
    if (parsed.isEmpty()) return new Answer.Malformed();
    Offer offer = parsed.get();
    Checkpoint offered = offer.checkpoint().checkpoint();
    VerifierKey log = logs.get(offered.origin());
    if (log == null) return new Answer.UnknownLog();
    if (offer.checkpoint().standing(log) != Note.Standing.SIGNED) return new Answer.Unsigned();
    if (offer.old() > offered.size()) return new Answer.Malformed();
    Optional<Checkpoint> last = last(offered.origin());
    long size = last.map(Checkpoint::size).orElse(0L);
    Hash root = last.map(Checkpoint::root).orElseGet(Merkle::empty);
    if (offer.old() != size) return new Answer.Conflict(size);
    if (size == offered.size() && !root.equals(offered.root())) return new Answer.Conflict(size);
    if (!grew(offer, size, root, offered)) return new Answer.Inconsistent();
    remember(offer.checkpoint());
    return new Answer.Cosigned(key.sign(offered.text(), clock.instant()));
  }

  private static boolean grew(Offer offer, long size, Hash root, Checkpoint offered) {
    return size == 0
        ? offer.proof().isEmpty()
        : new Consistency(size, offered.size(), offer.proof()).leads(root, offered.root());
  }

  private Path file(String origin) {
    return folder.resolve(Merkle.leaf(origin.getBytes(StandardCharsets.UTF_8)).hex());
  }

  private Optional<Checkpoint> last(String origin) throws IOException {
    Path file = file(origin);
    try {
      String note = Files.readString(file);
      return Optional.of(
          SignedCheckpoint.parse(note)
              .map(SignedCheckpoint::checkpoint)
              .orElseThrow(() -> new IOException("not what was written: " + file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private void remember(SignedCheckpoint checkpoint) throws IOException {
    Path file = file(checkpoint.checkpoint().origin());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(
        part,
        checkpoint.toString(),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }
}
