// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, as the library on our class path packs them. Stateless. */
final class Binaries {
  static final String VERSION = "18.4";

  private Binaries() {}

  /** The folder with {@code bin} and {@code lib}, unpacked where that was not done yet. */
  static Path in(Path folder, String system, String processor) throws Refused, IOException {
    String archive = "/postgres-" + kind(system, processor) + ".txz";
    Path unpacked = folder.resolve("postgresql-" + VERSION);
    if (Files.isDirectory(unpacked)) return unpacked;
    try (InputStream packed = Binaries.class.getResourceAsStream(archive)) {
      if (packed == null) throw none(system, processor, folder);
      Path part = Files.createTempDirectory(folder, "unpacking-");
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
      unpack(new BufferedInputStream(packed), part);
      Files.move(part, unpacked, StandardCopyOption.ATOMIC_MOVE);
    }
    return unpacked;
  }

  private static String kind(String system, String processor) {
    return system.toLowerCase(Locale.ROOT)
        + "-"
        + (processor.equals("amd64") ? "x86_64" : processor);
  }

  private static Refused none(String system, String processor, Path folder) {
    return new Refused(
        "PRB-S003",
        "there is no embedded PostgreSQL for " + system + " on " + processor,
        "set PROBITY_DATABASE_URL to a PostgreSQL of your own",
        folder);
  }

  private static void unpack(InputStream packed, Path into) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (Optional<TarArchiveEntry> e = next(tar); e.isPresent(); e = next(tar)) {
        Path file = into.resolve(e.get().getName()).normalize();
        if (!file.startsWith(into)) throw new IOException("an entry leads out of the archive");
        if (e.get().isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        if (e.get().isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(e.get().getLinkName()));
          continue;
        }
        Files.copy(tar, file);
        boolean runs = (e.get().getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
            file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  private static Optional<TarArchiveEntry> next(TarArchiveInputStream tar) throws IOException {
    return Optional.ofNullable(tar.getNextEntry());
  }
}
