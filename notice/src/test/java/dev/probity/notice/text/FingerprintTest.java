// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static void same(String one, String other) {
    assertEquals(Fingerprint.of(one), Fingerprint.of(other), one + " | " + other);
  }

  @Test
  void isShaTwoFiftySixOfTheNormalForm() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Fingerprint.of(" abc\u200B ").hex());
  }

  @Test
  void typographyMakesNoDifference() {
    same("Our “wool” isn’t dear", "Our \"wool\" isn't dear");
    same("Vår ”ull” och „deras“ »garn«", "Vår \"ull\" och \"deras\" \"garn\"");
    same("wool\u2013felt \u2014 yarn\u2011silk \u22125", "wool-felt - yarn-silk -5");
    same("wool\u00A0 and\t\u2009yarn\r\n", " wool and yarn");
    same("wo\u00ADol\u200B \uFEFFyarn\u2060", "wool yarn");
    same("a\u030Angstro\u0308m", "\u00E5ngstr\u00F6m");
    same("e\u200D\u0301tude", "\u00E9tude");
    same("\uFB01ne \uFB02ax e\uFB00ect o\uFB03ce", "fine flax effect office");
  }

  @Test
  void wordsCaseAndNumbersDo() {
    for (List<String> two :
        List.of(
            List.of("wool", "Wool"),
            List.of("wool", "wood"),
            List.of("wool yarn", "woolyarn"),
            List.of("10\u00B2 hanks", "102 hanks"),
            List.of("å", "a"),
            List.of("wool.", "wool"))) {
      assertNotEquals(Fingerprint.of(two.get(0)), Fingerprint.of(two.get(1)), two.toString());
    }
  }

  @Test
  void readsOnlyWhatItWrites() {
    Fingerprint wool = Fingerprint.of("wool");
    assertEquals(Optional.of(wool), Fingerprint.parse(wool.hex()));
    assertEquals(Optional.empty(), Fingerprint.parse(wool.hex().substring(1)));
    assertEquals(Optional.empty(), Fingerprint.parse("G" + wool.hex().substring(1)));
    assertThrows(IllegalArgumentException.class, () -> new Fingerprint("wool"));
  }
}
