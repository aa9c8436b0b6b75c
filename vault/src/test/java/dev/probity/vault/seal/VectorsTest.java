// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.probity.vault.keys.KeyName;
import dev.probity.vault.keys.Keysets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What others published for the primitives that seal and index, at our own doors to them. */
class VectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  /**
   * McGrew and Viega, The Galois/Counter Mode of Operation, appendix B, cases 13, 14 and 16;
   * compared with OpenSSL's evpciph_aes_common.txt.
   */
  @Test
  void whatWasSealedElsewhereOpensHere() throws GeneralSecurityException {
    String zeros = "00".repeat(12);
    assertOpens("00".repeat(32), zeros + "530f8afbc74536b9a963b4f1c4cb738b", "", "");
    assertOpens(
        "00".repeat(32),
        zeros + "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
        "",
        "00".repeat(16));
    assertOpens(
        "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
        "cafebabefacedbaddecaf888"
            + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
            + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
            + "76fc6ece0f4e1768cddf8853bb2d551b",
        "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
            + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
  }

  /** And nothing else does: not with any bit of it, or of what it is bound to, changed. */
  private static void assertOpens(String key, String sealed, String bound, String plain)
      throws GeneralSecurityException {
    byte[] keyset = keyset(HEX.parseHex(key));
    byte[] bytes = HEX.parseHex(sealed);
    byte[] to = HEX.parseHex(bound);
    assertEquals(plain, HEX.formatHex(Keysets.open(keyset, bytes, to).orElseThrow()));
    for (int bit = 0; bit < 8 * bytes.length; bit++)
      assertEquals(Optional.empty(), Keysets.open(keyset, changed(bytes, bit), to));
    for (int bit = 0; bit < 8 * to.length; bit++)
      assertEquals(Optional.empty(), Keysets.open(keyset, bytes, changed(to, bit)));
    for (int cut = 0; cut < bytes.length; cut++)
      assertEquals(Optional.empty(), Keysets.open(keyset, java.util.Arrays.copyOf(bytes, cut), to));
  }

  private static byte[] changed(byte[] bytes, int bit) {
    byte[] other = bytes.clone();
    other[bit / 8] ^= (byte) (1 << bit % 8);
    return other;
  }

  private static byte[] keyset(byte[] key) throws GeneralSecurityException {
    AesGcmKey raw =
        AesGcmKey.builder()
            .setParameters(
                AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build())
            .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
            .build();
    // Why first: our door registers what Tink needs.
    assertEquals(Optional.empty(), Keysets.open(Keysets.fresh(), new byte[0], new byte[0]));
    return TinkProtoKeysetFormat.serializeKeyset(
        KeysetHandle.newBuilder()
            .addEntry(KeysetHandle.importKey(raw).withRandomId().makePrimary())
            .build(),
        InsecureSecretKeyAccess.get(),
        RegistryConfiguration.get());
  }

  /** Wycheproof's of our kind: 256 bits of key, 96 in front, 128 of tag. */
  @Test
  void everyPublishedSealingIsJudgedAsPublished() throws GeneralSecurityException, IOException {
    List<String[]> rows = rows("aes-gcm.txt");
    for (String[] row : rows) {
      byte[] sealed = HEX.parseHex(bytes(row[2]) + bytes(row[5]) + bytes(row[6]));
      assertEquals(
          row[7].equals("valid") ? Optional.of(bytes(row[4])) : Optional.empty(),
          Keysets.open(keyset(HEX.parseHex(row[1])), sealed, HEX.parseHex(bytes(row[3])))
              .map(HEX::formatHex),
          row[0]);
    }
    assertEquals(66, rows.size());
  }

  @Test
  void everyPublishedHashIsOursOrNot() throws IOException {
    List<String[]> rows = rows("hmac-sha256.txt");
    for (String[] row : rows) {
      byte[] hash = BlindIndex.hmac(HEX.parseHex(row[1]), HEX.parseHex(bytes(row[2])));
      assertEquals(row[4].equals("valid"), HEX.formatHex(hash).equals(row[3]), row[0]);
    }
    assertEquals(87, rows.size());
  }

  private static String bytes(String cell) {
    return cell.equals("-") ? "" : cell;
  }

  private static List<String[]> rows(String file) throws IOException {
    try (InputStream in = VectorsTest.class.getResourceAsStream(file)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#")).map(l -> l.split(" ")).toList();
    }
  }

  /**
   * RFC 4231, 4.2 to 4.5, 4.7 and 4.8 (test cases 1 to 4, 6 and 7); compared with Go's
   * crypto/hmac/hmac_test.go.
   */
  @Test
  void theIndexIsThePublishedHmac() {
    assertHmac(
        "0b".repeat(20),
        text("Hi There"),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    assertHmac(
        text("Jefe"),
        text("what do ya want for nothing?"),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assertHmac(
        "aa".repeat(20),
        "dd".repeat(50),
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    assertHmac(
        "0102030405060708090a0b0c0d0e0f10111213141516171819",
        "cd".repeat(50),
        "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
    assertHmac(
        "aa".repeat(131),
        text("Test Using Larger Than Block-Size Key - Hash Key First"),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    assertHmac(
        "aa".repeat(131),
        text(
            "This is a test using a larger than block-size key and a larger than block-size data."
                + " The key needs to be hashed before being used by the HMAC algorithm."),
        "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
  }

  private static String text(String text) {
    return HEX.formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertHmac(String key, String message, String published) {
    assertArrayEquals(
        HEX.parseHex(published), BlindIndex.hmac(HEX.parseHex(key), HEX.parseHex(message)));
  }

  /** Worked out apart from us (Python's hmac), so that old rows are found by later versions too. */
  @Test
  void whatIsHashedStaysTheSame() {
    byte[] key = new byte[32];
    IntStream.range(0, 32).forEach(i -> key[i] = (byte) i);
    Nothing one =
        new Nothing() {
          @Override
          public Optional<byte[]> get(KeyName name) {
            return Optional.of(key);
          }
        };
    BlindIndex index = BlindIndex.of("example", Set.of("contact.email"), one, new SecureRandom());
    assertEquals(
        "3fc2f5a534a17ea331294687692b039e409830644b472f3b74db2993d0e1e0de",
        HEX.formatHex(index.of("contact.email", " Anna@mail.test").orElseThrow()));
  }
}
