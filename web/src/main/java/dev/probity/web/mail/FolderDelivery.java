// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder that takes the place of a mail server in a demo: one file a mail, readable by its owner
 * alone. A mail that is handed over again takes its own place. Safe for many threads.
 */
public record FolderDelivery(Path folder) implements Delivery {
  @Override
  public Line open(String to) throws Undelivered {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Undelivered("the folder of mail cannot be made", false);
    }
    return new Line() {
      @Override
      public void send(Message message) throws Undelivered {
        write(message);
      }

      @Override
      public void close() {}
    };
  }

  private void write(Message message) throws Undelivered {
    try {
      Path part =
          Files.createTempFile(
              folder,
              ".part",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (OutputStream out = Files.newOutputStream(part)) {
        message.mime().writeTo(out);
      }
      Files.move(part, folder.resolve(message.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | MessagingException e) {
      throw new Undelivered("the folder of mail cannot be written", false);
    }
  }
}
