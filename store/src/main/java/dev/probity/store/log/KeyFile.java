// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.store.Folders;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;

/**
 * The file with a log's signing key, which only its owner reads, and beside it the public key,
 * which everybody may have. Made once; of two servers that make it at once, both use the same.
 */
record KeyFile(Path folder) {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private Path file() {
    return folder.resolve("log.key");
  }

  /**
   * @param begun whether the log has entries: then its key is there, or lost
   */
  SigningKey open(String origin, boolean begun, SecureRandom random) {
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file())) {
        if (begun) throw LogRefused.key(file(), "is not here");
        make(SigningKey.generate(origin, VerifierKey.Kind.AUTHOR, random));
      }
      SigningKey key = read();
      if (!key.verifier().name().equals(origin)) throw LogRefused.key(file(), "is another log's");
      show(key);
      return key;
    } catch (IOException e) {
      throw LogRefused.folder(folder, e);
    }
  }

  private SigningKey read() throws IOException {
    if (!OWNERS.containsAll(Files.getPosixFilePermissions(file())))
      throw LogRefused.key(file(), "can be read by others");
    return SigningKey.parse(Files.readString(file()))
        .orElseThrow(() -> LogRefused.key(file(), "is damaged"));
  }

  private void make(SigningKey key) throws IOException {
    Path part =
        Files.createTempFile(folder, "log", "", PosixFilePermissions.asFileAttribute(OWNERS));
    try {
      Files.writeString(part, key.secret(), StandardOpenOption.SYNC);
      // Why a link: it never takes the place of a key that another server has made meanwhile.
      Files.createLink(file(), part);
      // Why before any entry: a log that has some, and no key, takes nothing more.
      Folders.force(folder);
    } catch (FileAlreadyExistsException e) {
      // The other's is as good.
      return;
    } finally {
      Files.delete(part);
    }
  }

  /** Puts the public key beside it, where it is not there yet or was not written whole. */
  private void show(SigningKey key) throws IOException {
    Path file = folder.resolve("log.pub");
    String line = key.verifier() + "\n";
    if (!Files.exists(file) || !Files.readString(file).equals(line)) Files.writeString(file, line);
  }
}
