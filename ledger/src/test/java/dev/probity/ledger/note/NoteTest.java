// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.note;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
  /** C2SP signed-note.md, Signatures, Example; compared with commit 5ba5ee83. */
  private static final String KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final String NOTE =
      """
      This is an example message.

      \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
      """;

  /** C2SP tlog-cosignature.md, its first example; the keys behind it are not published. */
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

  /** A log that runs, Go's: transparency-dev/formats, log/note_test.go, TestSumDBNoteParsing. */
  @Test
  void aRealCheckpointIsSignedByTheKeyOfItsLog() {
    SignedCheckpoint read =
        SignedCheckpoint.parse(
                """
                go.sum database tree
                6476701
                mb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=

                \u2014 sum.golang.org Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9LM7Us9S+1xbFIGu95949rj4nPRYfvimWEPWL+o3GeoWwOoAw=
                """)
            .orElseThrow();
    VerifierKey key =
        VerifierKey.parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
            .orElseThrow();

    assertEquals(6_476_701, read.checkpoint().size());
    assertEquals(Note.Standing.SIGNED, read.note().standing(key));
    Note longer = new Note(read.note().text().replace("01\n", "02\n"), read.note().signatures());
    assertEquals(Note.Standing.FORGED, longer.standing(key));
  }

  /** Go's golang.org/x/mod/sumdb/note: note_test.go, and example_test.go for the key of zeros. */
  @Test
  void publishedPairsOfKeysArePairs() {
    String peter = "PeterNeumann+c74f20a3+";
    String enoch = "EnochRoot+af0cfe78+";
    String secret = "PRIVATE+KEY+" + peter + "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n";
    String zeros = "PRIVATE+KEY+" + enoch + "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
    String known = peter + "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n";
    String other = enoch + "ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop\n";

    assertEquals(
        known, SigningKey.parse(secret + known).orElseThrow().verifier().toString() + "\n");
    assertEquals(other, SigningKey.parse(zeros + other).orElseThrow().verifier().toString() + "\n");
    assertTrue(SigningKey.parse(secret + other).isEmpty());
    for (String wrong :
        List.of(
            "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
            "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
      assertTrue(VerifierKey.parse(wrong).isEmpty(), wrong);
  }

  /** A witness that runs: transparency-dev/formats, note/note_cosigv1_test.go, NewVerifier. */
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

  @Test
  void aNameHasNoBlanksAndNoPlus() {
    for (String name : List.of("a b", "a\tb", "a\u2003b", "a+b", "a\n", ""))
      assertThrows(
          IllegalArgumentException.class,
          () -> new VerifierKey(name, VerifierKey.Kind.AUTHOR, new byte[Ed25519.KEY]),
          name);
  }

  /** RFC 8032, 7.1, TEST 1, TEST 2, TEST SHA(abc) and TEST 3; 1 to 3 are Wycheproof's 80 to 82. */
  @Test
  void signaturesAreThoseOfTheRfc() {
    assertSigns(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    assertSigns(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    assertSigns(
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704");
    assertSigns(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
  }

  /** RFC 8032, 5.1.7, step 1: the same signature with the group's order added is another's. */
  @Test
  void noSecondSignatureIsMadeOfOne() {
    HexFormat hex = HexFormat.of();
    byte[] key = hex.parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    byte[] signature =
        hex.parseHex(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    assertTrue(Ed25519.verifies(key, new byte[0], signature));
    byte[] order = hex.parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    int carry = 0;
    for (int i = 0; i < order.length; i++) {
      carry += (signature[32 + i] & 0xff) + (order[i] & 0xff);
      signature[32 + i] = (byte) carry;
      carry >>= 8;
    }
    assertFalse(Ed25519.verifies(key, new byte[0], signature));
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
  void aNoteIsSplitAtItsLastBlankLineAndHoldsNoOtherControls() {
    String line = Note.parse(NOTE).orElseThrow().signatures().getFirst().toString();
    Note blank = Note.parse("one\n\ntwo\n\n" + line + "\n").orElseThrow();
    assertEquals("one\n\ntwo\n", blank.text());
    assertEquals(1, blank.signatures().size());
    for (char control : new char[] {'\t', '\r', 0, 0x1f})
      assertTrue(Note.parse("one" + control + "two\n\n" + line + "\n").isEmpty());
    assertTrue(Note.parse("one\n\n" + line + "x").isEmpty());
    assertTrue(Note.parse("one\n\n").isEmpty());
    assertTrue(Note.parse("one\n\n\n").isEmpty());
    assertTrue(Note.parse("one\n" + line + "\n").isEmpty());
  }

  /** What nobody needs is not read either, however well it is formed. */
  @Test
  void aNoteIsBounded() {
    String line = Note.parse(NOTE).orElseThrow().signatures().getFirst() + "\n";
    assertTrue(Note.parse("one\n\n" + line.repeat(64)).isPresent());
    assertTrue(Note.parse("one\n\n" + line.repeat(65)).isEmpty());
    String most = "x".repeat((1 << 20) - line.length() - 2);
    assertTrue(Note.parse(most + "\n\n" + line).isPresent());
    assertTrue(Note.parse("x" + most + "\n\n" + line).isEmpty());
  }

  @Test
  void aSignatureLineHasANameAndMoreThanANumber() {
    for (String wrong :
        List.of("a AAAAAA==", "a AAAA", "a AA==", "a ", "a+b AAAAAAAA", " AAAAAAAA", "a AAAAAAB="))
      assertTrue(NoteSignature.parse("\u2014 " + wrong).isEmpty(), wrong);
    assertTrue(NoteSignature.parse("\u2014 a AAAAAAA=").isPresent());
  }

  /** As its own witness signed it, before there were any. */
  @Test
  void nobodySignedBeforeNineteenSeventy() {
    String text = new Checkpoint("log.example/one", 7, Merkle.empty()).text();
    for (long time : new long[] {-1, Long.MIN_VALUE, 0}) {
      Note note =
          new Note(
              text,
              List.of(
                  Keys.WITNESS.sign(
                      text, Instant.ofEpochSecond(Math.max(time, Instant.MIN.getEpochSecond())))));
      assertEquals(
          time < 0 ? Note.Standing.FORGED : Note.Standing.SIGNED,
          note.standing(Keys.WITNESS.verifier()));
    }
  }

  @Test
  void whatIsNoPointOfTheCurveVerifiesNothing() {
    byte[] none = new byte[Ed25519.KEY];
    java.util.Arrays.fill(none, (byte) 0xff);
    assertFalse(Ed25519.verifies(none, new byte[0], new byte[Ed25519.SIGNATURE]));
    assertFalse(Ed25519.verifies(none, new byte[0], new byte[3]));
  }

  /** Extension lines are signed, and so are read and written. */
  @Test
  void aCheckpointKeepsItsExtensionLines() {
    Checkpoint more = new Checkpoint("log.example/one", 7, Merkle.empty(), List.of("one", "two"));
    SignedCheckpoint signed = SignedCheckpoint.of(more, Keys.LOG);
    SignedCheckpoint read = SignedCheckpoint.parse(signed.toString()).orElseThrow();
    assertEquals(more, read.checkpoint());
    String gap = signed.toString().replace("one\ntwo\n", "one\n\ntwo\n");
    assertTrue(SignedCheckpoint.parse(gap).isEmpty());
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
