// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the file system promises of a folder only when asked. Stateless. */
public final class Folders {
  private Folders() {}

  /** Returns once the names in it outlast a loss of power; the files themselves are not forced. */
  public static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
