// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Entries one behind the other, each behind its length in two bytes (C2SP tlog-tiles). */
public final class Bundle {
  /** The largest entry that there can be, in bytes. */
  public static final int LARGEST = 0xffff;

  private Bundle() {}

  public static byte[] of(List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > LARGEST) throw new IllegalArgumentException("an entry over 65,535 bytes");
      out.write(entry.length >>> 8);
      out.write(entry.length);
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }

  /** Nothing, unless the bytes are exactly {@code width} entries. */
  public static Optional<List<byte[]>> entries(byte[] bundle, int width) {
    List<byte[]> entries = new ArrayList<>(width);
    int at = 0;
    while (at + 2 <= bundle.length && entries.size() < width) {
      int length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
      at += 2;
      if (at + length > bundle.length) return Optional.empty();
      entries.add(Arrays.copyOfRange(bundle, at, at + length));
      at += length;
    }
    return at == bundle.length && entries.size() == width ? Optional.of(entries) : Optional.empty();
  }
}
