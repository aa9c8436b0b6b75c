// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmKey;
import dev.probity.vault.seal.Datum;
import dev.probity.vault.seal.Opened;
import dev.probity.vault.seal.Origin;
import dev.probity.vault.seal.Place;
import dev.probity.vault.seal.SealedDatum;
import dev.probity.vault.seal.Vault;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the files on the disk to a value in clear with the cipher of the JDK alone, and back: what
 * we write is AES-256-GCM bound to what we say it is bound to, whoever implements it.
 */
class ByHandTest {
  private static final Origin ORIGIN =
      new Origin(
          "contact.email", "subject", "shop", "p@1#ab", Instant.parse("2026-06-01T00:00:00Z"));
  private static final Place PLACE = new Place("example", "7", "contact.email/1");
  private static final int NONCE = 12;

  @TempDir private Path within;

  @Test
  void theJdkOpensWhatWeSealAndWeOpenWhatItSeals() throws Exception {
    Folders folders = new Folders(within);
    Vault vault = new Vault(folders.open());
    assertTrue(vault.enrol("example", "7", new SecureRandom()));
    byte[] value = "anna@mail.test".getBytes(StandardCharsets.UTF_8);
    Datum datum = new Datum(ORIGIN, value, "not mine");

    String[] epoch = Files.readAllLines(folders.ring()).get(1).split(" ");
    String id = hex(parts("example", "7", "DATA"));
    assertEquals("048c1127e02ea2aaa2878b0444daa9e7507325572ac2340a46bd5875fbaa280e", id);
    byte[] file = Files.readAllBytes(folders.keys().resolve(id + ".key"));
    assertEquals(1, ByteBuffer.wrap(file).getLong());
    byte[] keyset =
        opened(
            Base64.getDecoder().decode(epoch[2]),
            Arrays.copyOfRange(file, Long.BYTES, file.length),
            parts("probity wrapped key v1", id, "1"));

    byte[] bound = bound("contact.email/1");
    byte[] plain = opened(keyset, vault.seal(PLACE, datum).orElseThrow().sealed(), bound);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    new DataOutputStream(expected).writeInt(value.length);
    expected.writeBytes(value);
    expected.writeBytes("not mine".getBytes(StandardCharsets.UTF_8));
    assertArrayEquals(expected.toByteArray(), plain);

    byte[] theirs = sealed(keyset, plain, bound);
    assertEquals(new Opened.Value(datum), vault.open(PLACE, new SealedDatum(ORIGIN, theirs)));
    byte[] elsewhere = sealed(keyset, plain, bound("contact.email/2"));
    assertEquals(new Opened.Refused(), vault.open(PLACE, new SealedDatum(ORIGIN, elsewhere)));
    assertThrows(AEADBadTagException.class, () -> opened(keyset, elsewhere, bound));
  }

  private static byte[] bound(String field) throws IOException {
    return parts(
        "probity datum v1",
        "example",
        "7",
        field,
        "contact.email",
        "subject",
        "shop",
        "p@1#ab",
        "2026-06-01T00:00:00Z");
  }

  /** Each part after its length in four bytes. */
  private static byte[] parts(String... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (String part : parts) {
      out.writeInt(part.getBytes(StandardCharsets.UTF_8).length);
      out.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  private static String hex(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** A mark, the key's number, a nonce, then what GCM made with its tag of sixteen bytes. */
  private static byte[] opened(byte[] keyset, byte[] sealed, byte[] bound)
      throws GeneralSecurityException {
    AesGcmKey key = key(keyset);
    byte[] prefix = key.getOutputPrefix().toByteArray();
    assertEquals(5, prefix.length);
    assertArrayEquals(prefix, Arrays.copyOf(sealed, prefix.length));
    Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, bound);
    int from = prefix.length + NONCE;
    return cipher.doFinal(sealed, from, sealed.length - from);
  }

  private static byte[] sealed(byte[] keyset, byte[] plain, byte[] bound)
      throws GeneralSecurityException {
    AesGcmKey key = key(keyset);
    byte[] prefix = key.getOutputPrefix().toByteArray();
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List.of(prefix, nonce).forEach(out::writeBytes);
    out.writeBytes(cipher(Cipher.ENCRYPT_MODE, key, out.toByteArray(), bound).doFinal(plain));
    return out.toByteArray();
  }

  private static Cipher cipher(int mode, AesGcmKey key, byte[] head, byte[] bound)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] secret = key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
    assertEquals(32, secret.length);
    int prefix = key.getOutputPrefix().size();
    cipher.init(
        mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(128, head, prefix, NONCE));
    cipher.updateAAD(bound);
    return cipher;
  }

  private static AesGcmKey key(byte[] keyset) throws GeneralSecurityException {
    return (AesGcmKey)
        TinkProtoKeysetFormat.parseKeyset(
                keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get())
            .getPrimary()
            .getKey();
  }
}
