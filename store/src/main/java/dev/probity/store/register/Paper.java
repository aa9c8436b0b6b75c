// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.register;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as a register holds it. Immutable; whoever gets one leaves its bytes as they are.
 *
 * @param register which one
 * @param number what it is called there
 * @param ended when somebody ended it
 * @param elements what it says
 */
public record Paper(
    String register, String number, Instant kept, @Nullable Instant ended, byte[] elements) {
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(register);
      out.writeUTF(number);
      out.writeUTF(kept.toString());
      out.writeUTF(ended == null ? "" : ended.toString());
      out.write(elements);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Paper of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String register = in.readUTF();
      String number = in.readUTF();
      Instant kept = Instant.parse(in.readUTF());
      String ended = in.readUTF();
      return new Paper(
          register, number, kept, ended.isEmpty() ? null : Instant.parse(ended), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "a document in a register";
  }
}
