// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.note;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Java's own Ed25519 (RFC 8032) with keys as their 32 bytes. */
final class Ed25519 {
  static final int KEY = 32;
  static final int SIGNATURE = 64;

  /** What RFC 8410 sets before the 32 bytes of a public key. */
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  /** A new seed, and behind it the public key. */
  static byte[] generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      KeyPair pair = generator.generateKeyPair();
      byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] both = Arrays.copyOf(seed, 2 * KEY);
      System.arraycopy(encoded, PREFIX.length, both, KEY, KEY);
      return both;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 25 has Ed25519", e);
    }
  }

  static byte[] sign(byte[] seed, byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 25 has Ed25519", e);
    }
  }

  static boolean verifies(byte[] key, byte[] message, byte[] signature) {
    byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY);
    System.arraycopy(key, 0, encoded, PREFIX.length, KEY);
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (InvalidKeySpecException | InvalidKeyException | SignatureException e) {
      // Why: bytes that are no point or no signature are the claim of whoever sent them.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 25 has Ed25519", e);
    }
  }
}
