// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks in every file below a folder for texts that stand nowhere by accident, in each form in
 * which somebody may have written them down: as they are, in UTF-16, hexadecimal, Base64 at each of
 * its three places, and percent-encoded; in any case of letters where the form has one.
 */
record Sweep(Map<String, String> exact, Map<String, String> folded) {
  private static final Charset LATIN = StandardCharsets.ISO_8859_1;

  static Sweep of(String... texts) {
    Sweep sweep = new Sweep(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (String text : texts) {
      String lower = text.toLowerCase(Locale.ROOT);
      String wide = latin(lower.getBytes(StandardCharsets.UTF_16LE));
      sweep.folded().put(lower, text);
      sweep.folded().put(wide.substring(0, wide.length() - 1), "UTF-16 of " + text);
      for (String cased : List.of(text, lower, text.toUpperCase(Locale.ROOT))) {
        String hex = HexFormat.of().formatHex(cased.getBytes(StandardCharsets.UTF_8));
        sweep.folded().put(hex, "hex of " + text);
        sweep.folded().put(hex.replaceAll("..", "%$0"), "percent-encoded " + text);
        for (int place = 0; place < 3; place++) {
          String base64 = base64(cased, place);
          sweep.exact().put(base64, "base64 of " + text);
          sweep.exact().put(base64.replace('+', '-').replace('/', '_'), "base64url of " + text);
        }
      }
    }
    return sweep;
  }

  /** Without the characters that also depend on what stands before and after. */
  private static String base64(String text, int place) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] placed = new byte[place + bytes.length];
    System.arraycopy(bytes, 0, placed, place, bytes.length);
    String all = Base64.getEncoder().encodeToString(placed);
    return all.substring((8 * place + 5) / 6, 8 * placed.length / 6);
  }

  /** What was found, and where; the database's own programs are left out. */
  List<String> of(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        String name = folder.relativize(file).toString();
        if (name.contains("postgresql-")) continue;
        for (String what : in(name)) found.add(what + " in the name " + name);
        if (!Files.isRegularFile(file)) continue;
        for (String what : in(latin(bytes(file)))) found.add(what + " in " + name);
      }
    }
    return found;
  }

  /** What stands in a text of bytes. */
  List<String> in(String bytes) {
    List<String> found = new ArrayList<>();
    String lower = folded(bytes);
    exact.forEach((form, what) -> add(found, bytes, form, what));
    folded.forEach((form, what) -> add(found, lower, form, what));
    return found;
  }

  private static void add(List<String> found, String bytes, String form, String what) {
    int at = bytes.indexOf(form);
    if (at < 0) return;
    String around = bytes.substring(Math.max(0, at - 20), Math.min(bytes.length(), at + 60));
    found.add(what + " [" + around.replaceAll("[^ -~]", ".") + "]");
  }

  private static String folded(String bytes) {
    byte[] all = bytes.getBytes(LATIN);
    for (int i = 0; i < all.length; i++) if (all[i] >= 'A' && all[i] <= 'Z') all[i] += 32;
    return latin(all);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, LATIN);
  }

  /** A file of a running database may be gone by now. */
  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException gone) {
      return new byte[0];
    }
  }

  /** Each form of a text, as somebody may write it down. */
  static List<byte[]> written(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(bytes);
    List<byte[]> all = new ArrayList<>();
    all.add(bytes);
    all.add(text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    all.add(text.getBytes(StandardCharsets.UTF_16LE));
    all.add(text.getBytes(StandardCharsets.UTF_16BE));
    all.add(hex.getBytes(LATIN));
    all.add(hex.toUpperCase(Locale.ROOT).getBytes(LATIN));
    all.add(hex.replaceAll("..", "%$0").getBytes(LATIN));
    for (int place = 0; place < 3; place++) {
      byte[] among = ("ab".substring(0, place) + text + "de").getBytes(StandardCharsets.UTF_8);
      all.add(Base64.getEncoder().encode(among));
      all.add(Base64.getUrlEncoder().withoutPadding().encode(among));
    }
    return all;
  }
}
