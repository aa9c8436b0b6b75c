// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What others published for the primitives that seal and index. */
class VectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  /** McGrew and Viega, The Galois/Counter Mode of Operation, appendix B, test case 16. */
  @Test
  void tinkOpensThePublishedCiphertext() throws GeneralSecurityException {
    Aead aead = aead("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    byte[] sealed =
        HEX.parseHex(
            "cafebabefacedbaddecaf888"
                + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b");
    byte[] bound = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");

    assertEquals(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
            + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        HEX.formatHex(aead.decrypt(sealed, bound)));
    bound[0] ^= 1;
    assertThrows(GeneralSecurityException.class, () -> aead.decrypt(sealed, bound));
  }

  private static Aead aead(String key) throws GeneralSecurityException {
    AeadConfig.register();
    AesGcmKey raw =
        AesGcmKey.builder()
            .setParameters(
                AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build())
            .setKeyBytes(SecretBytes.copyFrom(HEX.parseHex(key), InsecureSecretKeyAccess.get()))
            .build();
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(raw).withRandomId().makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** RFC 4231, 4.2 and 4.3. */
  @Test
  void theIndexIsThePublishedHmac() {
    assertArrayEquals(
        HEX.parseHex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        BlindIndex.hmac(
            HEX.parseHex("0b".repeat(20)), "Hi There".getBytes(StandardCharsets.UTF_8)));
    assertArrayEquals(
        HEX.parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        BlindIndex.hmac(
            "Jefe".getBytes(StandardCharsets.UTF_8),
            "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8)));
  }
}
