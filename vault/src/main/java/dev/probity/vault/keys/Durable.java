// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files that are there whole or not at all, whenever the power fails, and that only their owner
 * reads. What is replaced or removed is overwritten first, as far as the disk obeys.
 */
record Durable(Steps steps) {
  static final String PART = ".part";
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rwx------");

  static FileAttribute<Set<PosixFilePermission>> owner() {
    return PosixFilePermissions.asFileAttribute(OWNER);
  }

  void folder(Path folder) {
    try {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNERS));
      syncFolderOf(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isOwners(PosixFileAttributes file) {
    return OWNER.containsAll(file.permissions());
  }

  void write(Path file, byte[] bytes) {
    try {
      writePart(file, bytes);
      replace(part(file), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of one folder, none of them there yet, whose names are forced to the disk together. */
  void writeNew(Map<Path, byte[]> files) {
    try {
      for (var file : files.entrySet()) writePart(file.getKey(), file.getValue());
      for (Path file : files.keySet()) Files.move(part(file), file, StandardCopyOption.ATOMIC_MOVE);
      steps.before("sync the folder");
      syncFolderOf(files.keySet().iterator().next());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writePart(Path file, byte[] bytes) throws IOException {
    Path part = part(file);
    remove(part);
    steps.before("create");
    try (FileChannel out =
        FileChannel.open(
            part,
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
            PosixFilePermissions.asFileAttribute(OWNER))) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      rest.limit(bytes.length / 2);
      fill(out, rest);
      steps.before("write the other half");
      rest.limit(bytes.length);
      fill(out, rest);
      steps.before("force");
      out.force(true);
    }
    steps.before("rename");
  }

  private void replace(Path part, Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      steps.before("sync the folder");
      syncFolderOf(file);
      return;
    }
    // Why: the old bytes are still reachable here after the name is gone.
    try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      steps.before("sync the folder");
      syncFolderOf(file);
      steps.before("wipe the old");
      wipe(old);
    }
  }

  /** Whether or not it is there. What begins it ends it: half a removal leaves a part behind. */
  void remove(Path file) {
    Path part = file.toString().endsWith(PART) ? file : part(file);
    try {
      if (!file.equals(part)) {
        steps.before("put aside");
        Files.move(file, part, StandardCopyOption.ATOMIC_MOVE);
        steps.before("sync the folder");
        syncFolderOf(file);
      }
      wipeAndDelete(part);
    } catch (NoSuchFileException e) {
      // It is gone already, which is all that was asked.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void wipeAndDelete(Path part) throws IOException {
    try (FileChannel old = FileChannel.open(part, StandardOpenOption.WRITE)) {
      steps.before("wipe");
      wipe(old);
    }
    steps.before("delete");
    Files.delete(part);
    steps.before("sync the folder");
    syncFolderOf(part);
  }

  static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + PART);
  }

  private static void wipe(FileChannel file) throws IOException {
    file.position(0);
    fill(file, ByteBuffer.allocate((int) file.size()));
    file.force(true);
  }

  private static void fill(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      int unused = file.write(bytes);
    }
  }

  /** Why: a name is safe only once its folder is. */
  private static void syncFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) return;
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
