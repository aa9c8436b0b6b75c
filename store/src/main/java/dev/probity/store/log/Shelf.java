// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.tree.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The checkpoints of a log in a file outside its database, one behind the other: what shows that
 * the database was put back or written anew. Several servers may share it. Not forced to the disk:
 * it speaks against whoever changes a database, and not for a disk that lost both. A checkpoint
 * that was torn, by a kill or a full disk, is passed over: nobody was answered with it. One thread.
 */
final class Shelf {
  /** Lines of a checkpoint that bears one signature: origin, size, root, a blank, the signature. */
  private static final int LINES = 5;

  private static final int CHUNK = 1 << 16;
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,19}");

  private final Path file;
  private final String origin;

  /** What was read and is no whole line, or no whole checkpoint, yet. */
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private final List<String> lines = new ArrayList<>();
  private long read;

  /** The file had at least as many bytes. */
  private long least;

  private Optional<Checkpoint> largest = Optional.empty();

  Shelf(Path file, String origin) {
    this.file = file;
    this.origin = origin;
  }

  /** Refuses to go on from a log that is shorter or other than it once was. */
  void allows(Checkpoint newest) {
    catchUp();
    if (largest.isEmpty() || largest.get().size() < newest.size()) return;
    if (largest.get().size() > newest.size())
      throw LogRefused.shelf(file, "know of a longer log than the database holds");
    if (!largest.get().root().equals(newest.root())) throw twoRoots();
  }

  /** Keeps it, unless a larger one is kept already. */
  void keep(SignedCheckpoint signed) {
    catchUp();
    Checkpoint checkpoint = signed.checkpoint();
    if (largest.isPresent() && largest.get().size() >= checkpoint.size()) {
      if (largest.get().size() == checkpoint.size() && !largest.get().equals(checkpoint))
        throw twoRoots();
      return;
    }
    boolean torn = line.size() > 0 || !lines.isEmpty();
    byte[] bytes = ((torn ? "\n" : "") + signed).getBytes(StandardCharsets.UTF_8);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      // Why one write: those of several servers then stand one behind the other.
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw LogRefused.folder(file, e);
    }
    // Why not read back: the next one reads it, and whatever another server wrote before it.
    largest = Optional.of(checkpoint);
    least = read + bytes.length;
  }

  private LogRefused twoRoots() {
    return LogRefused.shelf(file, "have another root for the same size");
  }

  private void catchUp() {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < least) throw LogRefused.shelf(file, "were cut off");
      while (read < size) {
        ByteBuffer more = ByteBuffer.allocate((int) Math.min(CHUNK, size - read));
        if (channel.read(more, read) < 0) throw LogRefused.shelf(file, "were cut off");
        more.flip();
        read += more.remaining();
        while (more.hasRemaining()) take(more.get());
      }
      least = size;
    } catch (NoSuchFileException none) {
      if (least > 0) throw LogRefused.shelf(file, "were cut off");
    } catch (LogRefused refused) {
      // Why from the start: it is no less refused when it is looked at again.
      read = 0;
      line.reset();
      lines.clear();
      largest = Optional.empty();
      throw refused;
    } catch (IOException e) {
      throw LogRefused.folder(file, e);
    }
  }

  private void take(byte b) {
    if (b != '\n') {
      line.write(b);
      return;
    }
    String next = line.toString(StandardCharsets.UTF_8);
    line.reset();
    // Why: behind one that was torn the next one begins on a line of its own.
    if (next.equals(origin)) lines.clear();
    else if (next.isEmpty() && lines.size() != LINES - 2) {
      lines.clear();
      return;
    } else if (lines.isEmpty()) {
      if (origin.startsWith(next)) return;
      throw unreadable();
    }
    lines.add(next);
    if (lines.size() < LINES) return;
    take(List.copyOf(lines));
    lines.clear();
  }

  private void take(List<String> note) {
    Optional<Checkpoint> parsed =
        SignedCheckpoint.parse(String.join("\n", note) + "\n").map(SignedCheckpoint::checkpoint);
    if (parsed.isEmpty()) {
      // Only its signature was torn: there is nothing else that may be wrong.
      boolean torn = SIZE.matcher(note.get(1)).matches() && Hash.parse(note.get(2)).isPresent();
      if (torn && note.get(3).isEmpty()) return;
      throw unreadable();
    }
    Checkpoint next = parsed.get();
    if (largest.isPresent() && largest.get().size() == next.size() && !largest.get().equals(next))
      throw twoRoots();
    if (largest.isEmpty() || largest.get().size() < next.size()) largest = parsed;
  }

  private LogRefused unreadable() {
    return LogRefused.shelf(file, "cannot be read");
  }
}
