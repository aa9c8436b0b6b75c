// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import dev.probity.notice.scenario.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder in which mail comes to lie in place of a mail server, as whoever gets it reads it. One
 * thread.
 */
final class Mailbox {
  private static final Pattern LINK = Pattern.compile("(?mi)^List-Unsubscribe: *<([^>]+)>");
  private static final Pattern ONE_CLICK =
      Pattern.compile("(?mi)^List-Unsubscribe-Post: *List-Unsubscribe=One-Click");
  private static final Pattern PICTURE = Pattern.compile("<img [^>]*src=\"([^\"]+)\"");
  private static final int LOOKS = 1_000;
  private static final Duration BETWEEN = Duration.ofMillis(20);

  private final Doors doors;
  private final Path folder;
  private final Compared compared;

  /** The last mail of each person, as it lay there. */
  private final Map<String, String> last = new HashMap<>();

  Mailbox(Doors doors, Path folder, Compared compared) {
    this.doors = doors;
    this.folder = folder;
    this.compared = compared;
  }

  /** What is wrong with how a mail that was asked for fared, once that is known. */
  List<String> fared(Step.Mail step, Doors.Answer answer) {
    if (!answer.fine()) return List.of("the door answered " + answer.said());
    String state = answer.json().path("state").asString("");
    if (!state.equals("queued")) return compared.decided(step.expect(), false, answer.json());
    String name = answer.json().path("mail").asString("");
    state = settled(name);
    boolean sent = state.equals("sent");
    List<String> mistakes = new ArrayList<>(compared.decided(step.expect(), sent, answer.json()));
    if (!sent || !mistakes.isEmpty()) return mistakes;
    String mail = mail(name);
    if (mail.isEmpty()) return List.of("the mail that was sent lies nowhere");
    last.put(step.who().person(), mail);
    for (String carried : step.expect().carries())
      if (!carries(carried, mail)) mistakes.add("the mail carries no " + carried);
    return mistakes;
  }

  /** A mail leaves on another thread; how long that may take is a matter of patience. */
  private String settled(String name) {
    String state = "queued";
    for (int i = 0; i < LOOKS && (state.equals("queued") || state.equals("leaving")); i++) {
      state =
          doors
              .post("mail/read", Written.body().put("mail", name))
              .json()
              .path("state")
              .asString("");
      if (state.equals("queued") || state.equals("leaving")) pause();
    }
    return state;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a mail was to leave", e);
    }
  }

  private String mail(String name) {
    try {
      Path file = folder.resolve(name + ".eml");
      if (!Files.exists(file)) return "";
      String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
      // Why: long headers are folded, and long lines of the text broken.
      return raw.replace("\r\n", "\n")
          .replaceAll("\n[ \t]+", " ")
          .replace("=\n", "")
          .replace("=3D", "=");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The way out is one that works for people and for mail programs (RFC 8058). */
  private static boolean carries(String carried, String mail) {
    if (!carried.equals("opt-out-instructions")) return false;
    Matcher link = LINK.matcher(mail);
    if (!link.find() || !ONE_CLICK.matcher(mail).find()) return false;
    return mail.indexOf(link.group(1), link.end()) > 0;
  }

  /** Follows the link in one request, without a cookie or a question. */
  List<String> unsubscribe(Step.Unsubscribe step) {
    Matcher link = LINK.matcher(last.getOrDefault(step.who().person(), ""));
    if (!link.find()) return List.of("no mail with a way out came to " + step.who().person());
    String path = URI.create(link.group(1)).getRawPath();
    Doors.Answer answer = doors.submit(path, "List-Unsubscribe=One-Click");
    return answer.fine() ? List.of() : List.of("the link answered " + answer.said());
  }

  /** Shows it as a mail program does that fetches pictures; whether it was kept the log tells. */
  List<String> open(Step.Open step) {
    String mail = last.getOrDefault(step.who().person(), "");
    if (mail.isEmpty()) return List.of("no mail came to " + step.who().person());
    Matcher picture = PICTURE.matcher(mail);
    boolean found = picture.find();
    if (found) {
      Doors.Answer answer = doors.open(URI.create(picture.group(1)).getRawPath());
      if (!answer.fine()) return List.of("the picture answered " + answer.said());
      if (answer.cookies()) return List.of("the picture sets a cookie");
    }
    return compared.decided(step.expect(), found, Written.body());
  }
}
