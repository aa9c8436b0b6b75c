// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One writer at a time, of all threads and all processes. The lock goes when its process does,
 * however that ends.
 */
final class FolderLock {
  private static final long PAUSE = 1_000_000;

  private final Path file;
  private final ReentrantLock threads = new ReentrantLock();

  FolderLock(Path file) {
    this.file = file;
  }

  <T> T held(Supplier<T> work) {
    threads.lock();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock lock = locked(channel);
      try {
        return work.get();
      } finally {
        lock.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.unlock();
    }
  }

  private static FileLock locked(FileChannel channel) throws IOException {
    Optional<FileLock> lock = tried(channel);
    while (lock.isEmpty()) {
      LockSupport.parkNanos(PAUSE);
      lock = tried(channel);
    }
    return lock.get();
  }

  private static Optional<FileLock> tried(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      // Why: a second store over the same folder in this process; the system asks per process.
      return Optional.empty();
    }
  }
}
