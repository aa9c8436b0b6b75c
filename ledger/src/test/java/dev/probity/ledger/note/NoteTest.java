// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.note;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.Keys;
import dev.probity.ledger.tree.Merkle;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoteTest {
  /** The example of C2SP signed-note. */
  private static final String KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final String NOTE =
      """
      This is an example message.

      \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
      """;

  /** The checkpoint of C2SP tlog-cosignature; the keys behind it are not published. */
  private static final String COSIGNED =
      """
      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

      \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
      \u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
      """;

  @Test
  void thePublishedNoteIsSignedByThePublishedKey() {
    VerifierKey key = VerifierKey.parse(KEY).orElseThrow();
    Note note = Note.parse(NOTE).orElseThrow();

    assertEquals(KEY, key.toString());
    assertEquals(NOTE, note.toString());
    assertEquals(Note.Standing.SIGNED, note.standing(key));
    assertEquals(Note.Standing.UNSIGNED, note.standing(Keys.LOG.verifier()));
    Note changed = new Note(note.text().replace("example", "Example"), note.signatures());
    assertEquals(Note.Standing.FORGED, changed.standing(key));
  }

  /** A witness that runs, from the tests of transparency-dev/formats. */
  @Test
  void aPublishedWitnessKeyHasItsPublishedNumber() {
    String text = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

    assertEquals(VerifierKey.Kind.WITNESS, VerifierKey.parse(text).orElseThrow().kind());
    assertEquals(text, VerifierKey.parse(text).orElseThrow().toString());
  }

  @Test
  void keysThatDoNotFitAreNone() {
    Stream.of(
            "",
            "a+b",
            KEY + "=",
            KEY.replace("530d903a", "530d903b"),
            KEY.replace("530d903a", "530D903A"),
            KEY.replace("foo", "fool"),
            KEY.replace("foo", "fo o"),
            KEY.replace("AekyeR", "AukyeR"),
            KEY.substring(0, KEY.length() - 4))
        .forEach(text -> assertTrue(VerifierKey.parse(text).isEmpty(), text));
  }

  /** RFC 8032, 7.1, tests 1 and 3. */
  @Test
  void signaturesAreThoseOfTheRfc() {
    assertSigns(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    assertSigns(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
  }

  private static void assertSigns(String seed, String key, String message, String signature) {
    HexFormat hex = HexFormat.of();
    byte[] signed = Ed25519.sign(hex.parseHex(seed), hex.parseHex(message));

    assertArrayEquals(hex.parseHex(signature), signed);
    assertTrue(Ed25519.verifies(hex.parseHex(key), hex.parseHex(message), signed));
    for (int i = 0; i < signed.length; i++) {
      byte[] damaged = signed.clone();
      damaged[i] ^= 1;
      assertFalse(Ed25519.verifies(hex.parseHex(key), hex.parseHex(message), damaged));
    }
  }

  @Test
  void aPublishedCheckpointIsReadAndWrittenUnchanged() {
    SignedCheckpoint read = SignedCheckpoint.parse(COSIGNED).orElseThrow();

    assertEquals(20_852_163, read.checkpoint().size());
    assertEquals("example.com/behind-the-sofa", read.checkpoint().origin());
    assertEquals(COSIGNED, read.toString());
    assertEquals(2, read.note().signatures().size());
  }

  @Test
  void whatIsNotExactlyACheckpointIsNone() {
    String dash = "\n\u2014 ";
    Stream.of(
            COSIGNED.substring(0, COSIGNED.length() - 1),
            COSIGNED + "\n",
            COSIGNED + "more\n",
            COSIGNED.replace("\n\n", "\n"),
            COSIGNED.replace("20852163", "020852163"),
            COSIGNED.replace("20852163", "-1"),
            COSIGNED.replace("20852163", "+1"),
            COSIGNED.replace("20852163", "99999999999999999999"),
            COSIGNED.replace("20852163", "9999999999999999999"),
            COSIGNED.replace("CsUYap", "CsUYa"),
            COSIGNED.replace("CsUYap", "Cs Yap"),
            COSIGNED.replace("\u2014", "-"),
            COSIGNED.replace(dash, dash + " "),
            COSIGNED.replace("YQ8=\n", "YQ8\n"),
            COSIGNED.replace("20852163", "20852163\r"),
            COSIGNED.replaceFirst("example.com/behind-the-sofa\n", "\n"))
        .forEach(text -> assertTrue(SignedCheckpoint.parse(text).isEmpty(), text));
  }

  @Test
  void aWitnessSignsTheTimeToo() {
    SignedCheckpoint signed =
        SignedCheckpoint.of(new Checkpoint("log.example/one", 7, Merkle.empty()), Keys.LOG);
    SignedCheckpoint cosigned = signed.cosigned(Keys.WITNESS, Instant.ofEpochSecond(1_679_315_147));
    SignedCheckpoint read = SignedCheckpoint.parse(cosigned.toString()).orElseThrow();

    assertEquals(Note.Standing.SIGNED, read.standing(Keys.LOG.verifier()));
    assertEquals(Note.Standing.SIGNED, read.standing(Keys.WITNESS.verifier()));
    assertEquals(Note.Standing.UNSIGNED, signed.standing(Keys.WITNESS.verifier()));
    NoteSignature seen = read.note().signatures().getLast();
    byte[] later = seen.signature();
    later[7] ^= 1;
    Note moved =
        new Note(read.note().text(), List.of(new NoteSignature(seen.name(), seen.id(), later)));
    assertEquals(Note.Standing.FORGED, moved.standing(Keys.WITNESS.verifier()));
  }

  @Test
  void aCheckpointOfAnotherOriginIsNotTheKeys() {
    SignedCheckpoint other =
        SignedCheckpoint.of(new Checkpoint("log.example/two", 7, Merkle.empty()), Keys.LOG);

    assertEquals(Note.Standing.UNSIGNED, other.standing(Keys.LOG.verifier()));
  }

  @Test
  void aPrivateKeyIsReadOnlyWithItsOwnPublicOne() {
    String secret = Keys.LOG.secret();
    String[] others = Keys.OTHER.secret().split("\n");

    for (int i = 0; i < 20; i++) {
      SigningKey any =
          SigningKey.generate("a.example", VerifierKey.Kind.AUTHOR, new SecureRandom());
      assertEquals(any.secret(), SigningKey.parse(any.secret()).orElseThrow().secret());
    }
    assertTrue(SigningKey.parse(others[0] + "\n" + secret.split("\n")[1] + "\n").isEmpty());
    assertTrue(SigningKey.parse(secret.strip()).isEmpty());
    assertFalse(Keys.LOG.toString().contains(secret.split("\n")[0].substring(60)));
  }
}
