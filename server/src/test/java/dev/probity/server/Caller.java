// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who writes at all doors about people of her own, remembers what was acknowledged, and
 * asks on when nobody answers, as a service does: under the same key where there is one, and
 * otherwise after looking whether it was done. One thread at a time.
 */
final class Caller {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);
  private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"(sub_[0-9a-f]{32})\"");
  private static final Pattern ENTRY = Pattern.compile("\"entry\":(\\d+)");
  private static final Pattern MAIL = Pattern.compile("\"mail\":\"(mail_[0-9a-f]{16})\"");
  private static final Pattern RECEIPT = Pattern.compile("\"receipt\":\"([^\"]+)\"");

  private final String name;
  private final Random random;
  private final Supplier<Running> server;
  private final BooleanSupplier calm;
  private int number;

  final List<Person> people = new ArrayList<>();

  /** Those it wrote about since somebody looked. */
  final List<Person> touched = new ArrayList<>();

  /** How many entries of each kind the log has because of it. */
  final Map<String, Integer> entries = new TreeMap<>();

  /** Kinds by the index that an answer named. */
  final Map<Long, String> named = new TreeMap<>();

  final List<String> receipts = new ArrayList<>();
  int keys;
  volatile int acknowledged;
  int doubts;

  /**
   * @param calm whether nothing of a database that dies is left, which could show what was before
   */
  Caller(String name, long seed, Supplier<Running> server, BooleanSupplier calm) {
    this.name = name;
    this.random = new Random(seed);
    this.server = server;
    this.calm = calm;
  }

  /** Until it is over and everything that was begun is settled. */
  void run(BooleanSupplier over) {
    while (!over.getAsBoolean()) {
      step();
      acknowledged++;
    }
  }

  private void step() {
    List<Person> here = people.stream().filter(p -> !p.erased).toList();
    if (here.isEmpty() || random.nextInt(6) == 0) {
      collect();
      return;
    }
    Person person = here.get(random.nextInt(here.size()));
    if (!touched.contains(person)) touched.add(person);
    switch (random.nextInt(10)) {
      case 0, 1 -> pin(person);
      case 2, 3 -> consent(person);
      case 4 -> hide(person);
      case 5 -> disclose(person);
      case 6 -> mail(person);
      case 7 -> decide(person);
      default -> {
        // Why seldom: whoever decides anything looks at all registers.
        if (random.nextInt(3) == 0) register();
        else if (random.nextInt(2) == 0) erase(person);
      }
    }
  }

  private void collect() {
    String mail = name + "-" + number++ + "@mail.test";
    String body =
        "{\"fields\": {\"contact.name\": \"Anna\", \"contact.address\": \"Gatan 1\","
            + " \"contact.email\": \""
            + mail
            + "\"}, \"consents\": {\"news\": \"opt-in\"}, \"notice\": \"2026-03-01\"}";
    String answer = once("points/checkout", body, 201);
    Person person = new Person(part(SUBJECT, answer), mail);
    people.add(person);
    touched.add(person);
    wrote("collected", answer, ENTRY);
    wrote("consent-given", 2);
    wrote("notice-presented", 1);
    wrote("registered", 1);
    kept(person, "points/checkout", body, answer);
    looking(
        "facts",
        person.about(", \"add\": {\"region\": \"EEA\", \"relation\": \"fitter-of\"}"),
        () -> facts(person).contains("fitter-of"));
    wrote("registered", 2);
  }

  private void pin(Person person) {
    String value = name + "-" + number++;
    looking(
        "facts",
        person.about(", \"set\": {\"pinned\": \"" + value + "\"}"),
        () -> facts(person).contains(value));
    person.pinned = value;
    wrote("registered", 1);
  }

  private void consent(Person person) {
    boolean gives = !person.consents;
    String answer =
        looking(
            gives ? "facts" : "withdrawals",
            person.about(
                gives
                    ? ", \"add\": {\"consent\": {\"news\": \"opt-in\"}}"
                    : ", \"consent\": \"news\""),
            () -> facts(person).contains("\"withdrawn\"") != gives);
    person.consents = gives;
    wrote(gives ? "consent-given" : "consent-withdrawn", answer, ENTRY);
    decide(person);
  }

  private void hide(Person person) {
    boolean hides = !person.hidden;
    String answer =
        looking(
            "events",
            person.about(", \"" + (hides ? "act" : "lift") + "\": \"hide\""),
            () -> facts(person).contains("\"hide\"") == hides);
    person.hidden = hides;
    wrote("acted", answer, ENTRY);
    wrote("registered", 1);
  }

  private void disclose(Person person) {
    String body =
        person.about(
            ", \"ask\": {\"disclose\": \"device.serial\", \"to\": \"audiologist\", \"for\":"
                + " \"device-support\"}, \"record\": {\"device.serial\": \"SN-"
                + number++
                + "\"}");
    String answer = once("disclosures", body, 200);
    wrote("disclosed", answer, ENTRY);
    kept(person, "disclosures", body, answer);
  }

  private void mail(Person person) {
    if (!person.consents) return;
    String body =
        person.about(
            ", \"for\": \"marketing.newsletter\", \"title\": \"News "
                + number++
                + "\", \"text\": \"Text\"");
    String answer = once("mail", body, 202);
    person.mails++;
    kept(person, "mail", body, answer);
  }

  private void register() {
    String document = name + "-" + number++;
    String answer =
        looking(
            "registers/case",
            "{\"document\": \""
                + document
                + "\", \"elements\": {\"matter\": \"case.fraud\", \"opened\": \"2026-01-01\","
                + " \"decided-by\": \"the officer\", \"reason\": \"a report\"}}",
            () -> read("registers/case/read", "{}").contains(document));
    wrote("register-kept", answer, ENTRY);
  }

  private void decide(Person person) {
    String answer =
        read(
            "decisions",
            person.about(
                ", \"ask\": {\"use\": \"contact.email\", \"for\": \"marketing.newsletter\"}"));
    String effect = person.consents ? "\"effect\":\"PERMIT\"" : "\"effect\":\"DENY\"";
    assertEquals(true, answer.contains(effect), answer);
  }

  private void erase(Person person) {
    // Why also nobody: a start forgets at once whom no duty needs any more. The log tells them
    // apart.
    String answer =
        settled("erasures", person.about(""), "", s -> s == 200 || s == 404, () -> false);
    person.erased = true;
    wrote("erasure-intended", 1);
    wrote("erased", answer.contains("\"entry\"") ? answer : "", ENTRY);
  }

  private String facts(Person person) {
    return read("facts/read", person.about(""));
  }

  private void wrote(String kind, int times) {
    entries.merge(kind, times, Integer::sum);
  }

  private void wrote(String kind, String answer, Pattern index) {
    wrote(kind, 1);
    if (!answer.isEmpty()) named.put(Long.parseLong(part(index, answer)), kind);
  }

  private void kept(Person person, String door, String body, String answer) {
    person.sent.add(new Person.Sent(door, name + "-key-" + keys, body, same(answer)));
    keys++;
  }

  /** Of an answer what a second one under the same key has to repeat. */
  static String same(String answer) {
    return answer.contains("\"mail\":") ? part(MAIL, answer) : part(ENTRY, answer);
  }

  /** Something that may be sent again and is done once. */
  private String once(String door, String body, int status) {
    return settled(door, body, name + "-key-" + keys, again -> again == status, () -> false);
  }

  /** Something of which it can be seen whether it was done; then its answer is lost, and empty. */
  private String looking(String door, String body, BooleanSupplier done) {
    return settled(door, body, "", status -> status == 200, done);
  }

  private String read(String door, String body) {
    return settled(door, body, "", status -> status == 200, () -> false);
  }

  private String settled(
      String door, String body, String key, Predicate<Integer> well, BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE;
    String last = "";
    for (boolean doubt = false; System.nanoTime() < end; doubt = true) {
      if (doubt) {
        do LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        while (!calm.getAsBoolean() && System.nanoTime() < end);
        if (done.getAsBoolean()) return "";
      }
      try {
        HttpResponse<String> answer = server.get().post(door, body, key);
        if (well.test(answer.statusCode())) return receipt(answer.body());
        last = answer.statusCode() + " " + answer.body();
        if (answer.statusCode() != 503) break;
        if (!doubt) doubts++;
      } catch (IOException killed) {
        last = killed.toString();
        if (!doubt) doubts++;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new AssertionError(door + " " + body + ": " + last);
  }

  private String receipt(String answer) {
    Matcher receipt = RECEIPT.matcher(answer);
    if (receipt.find()) receipts.add(receipt.group(1).replace("\\n", "\n"));
    return answer;
  }

  static String part(Pattern pattern, String answer) {
    Matcher part = pattern.matcher(answer);
    if (!part.find()) throw new AssertionError(pattern + " in " + answer);
    return part.group(1);
  }
}
