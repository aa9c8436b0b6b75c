// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One process's hold on a data directory. The lock is the system's, so that it ends with the
 * process however that ends; who holds it stands in a file beside it.
 */
final class Hold implements AutoCloseable {
  private final FileChannel channel;
  private final Path holder;

  private Hold(FileChannel channel, Path holder) {
    this.channel = channel;
    this.holder = holder;
  }

  /**
   * Who holds the directory.
   *
   * @param port where its database listens; 0 while it starts
   */
  record Holder(long process, int port) {
    static Optional<Holder> of(Path data) {
      try {
        String[] words = Files.readString(data.resolve("holder")).strip().split(" ");
        return Optional.of(new Holder(Long.parseLong(words[0]), Integer.parseInt(words[1])));
      } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
        return Optional.empty();
      }
    }
  }

  /** The hold, or nothing where another process or another part of this one has it. */
  static Optional<Hold> take(Path data) throws IOException {
    FileChannel channel =
        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Why not closed: on Linux that would end the other's lock.
      return Optional.empty();
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    Hold hold = new Hold(channel, data.resolve("holder"));
    hold.listening(0);
    return Optional.of(hold);
  }

  void listening(int port) throws IOException {
    Files.writeString(holder, ProcessHandle.current().pid() + " " + port + "\n");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(holder);
    channel.close();
  }
}
