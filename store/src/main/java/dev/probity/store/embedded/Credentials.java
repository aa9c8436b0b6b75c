// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.embedded;

import dev.probity.store.Folders;
import dev.probity.store.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The generated passwords of an embedded database, in a file that only its owner reads. They keep
 * out other users of the machine; who can read this file can read the database's own files.
 */
record Credentials(Login superuser, Login owner, Login application) {
  private static final String FILE = "credentials";
  private static final int BYTES = 24;

  static Credentials of(Path data, SecureRandom random) throws IOException {
    Path file = data.resolve(FILE);
    return Files.exists(file) ? read(data) : written(data, file, random);
  }

  static Credentials read(Path data) throws IOException {
    List<String> lines = Files.readAllLines(data.resolve(FILE));
    if (lines.size() != 3) throw new IOException("the credentials are not three lines");
    return new Credentials(
        new Login("postgres", lines.get(0)),
        new Login("probity_owner", lines.get(1)),
        new Login("probity_application", lines.get(2)));
  }

  private static Credentials written(Path data, Path file, SecureRandom random) throws IOException {
    Path part =
        Files.createTempFile(
            data,
            FILE,
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    List<String> passwords = List.of(password(random), password(random), password(random));
    // Why forced: the database is made with them, and without them nobody reads it.
    Files.write(part, passwords, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    Folders.force(data);
    return read(data);
  }

  private static String password(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
