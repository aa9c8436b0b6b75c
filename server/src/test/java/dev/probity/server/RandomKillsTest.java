// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.audit.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real server under load of which something dies at a random moment, by kill -9: the server, its
 * database, one of the database's processes, or all at once. {@code -Dprobity.kills=1000} for more
 * rounds than a build has time for, {@code -Dprobity.kills.seed} for those of another day.
 */
class RandomKillsTest {
  private static final int ROUNDS = Integer.getInteger("probity.kills", 20);
  private static final long SEED = Long.getLong("probity.kills.seed", System.nanoTime());
  private static final int CALLERS = 4;
  private static final int KEPT = 2_000;

  /** The example's versions, of which the log was told once, by the first start. */
  private static final int VERSIONS = 2;

  private static final Duration START = Duration.ofMinutes(5);

  private enum Victim {
    SERVER,
    DATABASE,
    PROCESS,
    BOTH
  }

  private final Random random = new Random(SEED);
  private final List<Caller> callers = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
  private Duration longest = Duration.ZERO;
  private int undone;

  /**
   * The database's processes that a kill is about to end, each by itself, with its own last view.
   */
  private volatile List<ProcessHandle> dying = List.of();

  @TempDir Path folder;
  private volatile Running server;

  @AfterEach
  void stop() throws Exception {
    if (server != null) server.close();
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingIsHalfDone() throws Exception {
    System.out.println("random kills: " + ROUNDS + " rounds, -Dprobity.kills.seed=" + SEED);
    Running.example(folder.resolve("home"));
    up();
    for (int i = 0; i < CALLERS; i++)
      callers.add(new Caller("caller-" + i, random.nextLong(), () -> server, this::calm));
    for (int round = 0; round < ROUNDS; round++) {
      Victim victim = Victim.values()[round < 4 ? round : weighted(random.nextInt(10))];
      killed.merge(victim, 1, Integer::sum);
      try {
        round(victim);
        look(round == ROUNDS - 1);
        if (round % 10 == 9) tell();
      } catch (Exception | AssertionError e) {
        String said = Files.readString(folder.resolve("err"));
        throw new AssertionError("round " + round + ", " + victim + ", seed " + SEED + said, e);
      }
    }
    server.close();
    assertEquals(143, server.process.exitValue());
    assertEquals(List.of(), Processes.in(server.data));
    tell();
  }

  private void tell() {
    System.out.println(
        "random kills: "
            + killed
            + ", "
            + acknowledged()
            + " acknowledged steps, "
            + callers.stream().mapToInt(c -> c.doubts).sum()
            + " in doubt, "
            + undone
            + " mails undone, longest start "
            + longest.toMillis()
            + " ms");
  }

  private int acknowledged() {
    return callers.stream().mapToInt(c -> c.acknowledged).sum();
  }

  /** Most of them without a new server, which takes seconds. */
  private static int weighted(int number) {
    return number < 4 ? 1 : number < 7 ? 2 : number < 9 ? 0 : 3;
  }

  private void round(Victim victim) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    int before = acknowledged();
    int enough = 5 + random.nextInt(35);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (Caller caller : callers) running.add(threads.submit(() -> caller.run(over::get)));
      try {
        within(
            () -> acknowledged() - before >= enough || running.stream().anyMatch(Future::isDone));
        LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(15)));
        kill(victim);
        if (victim == Victim.SERVER || victim == Victim.BOTH) up();
        within(() -> calm() && server.get("/health/readiness").statusCode() == 200);
      } finally {
        over.set(true);
      }
      for (Future<?> caller : running) caller.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a caller", e.getCause());
    }
  }

  private void kill(Victim victim) throws Exception {
    long postmaster = Processes.postmaster(server.data);
    List<ProcessHandle> others =
        Processes.in(server.data).stream().filter(p -> p.pid() != postmaster).toList();
    if (victim != Victim.SERVER) dying = others;
    switch (victim) {
      case SERVER -> server.process.destroyForcibly().waitFor();
      case DATABASE -> Processes.signal("KILL", postmaster);
      case PROCESS -> {
        // Why looked at: one that served a caller may be gone by itself.
        if (!others.get(random.nextInt(others.size())).destroyForcibly()) dying = List.of();
      }
      case BOTH -> {
        server.process.destroyForcibly();
        Processes.signal("KILL", postmaster);
        server.process.waitFor();
      }
    }
  }

  private boolean calm() {
    if (dying.isEmpty()) return true;
    boolean calm = Processes.in(server.data).stream().noneMatch(dying::contains);
    if (calm) dying = List.of();
    return calm;
  }

  /** All that was acknowledged is there, once, and nothing else. */
  private void look(boolean all) throws Exception {
    int asked = 0;
    for (Caller caller : callers) {
      List<Person> people = all ? caller.people : some(caller);
      for (Person person : people) {
        var answer = server.post("facts/read", person.about(""));
        String differs = person.differs(answer.statusCode(), answer.body());
        assertEquals("", differs, person.subject);
        for (Person.Sent sent : person.erased ? List.<Person.Sent>of() : person.sent) {
          if (!all && asked++ > 20) break;
          var again = server.post(sent.door(), sent.body(), sent.key());
          assertEquals(sent.answer(), Caller.same(again.body()), sent.door());
        }
      }
      for (String receipt : caller.receipts) kept.add(Kept.parse("round", receipt).orElseThrow());
      caller.touched.clear();
      caller.receipts.clear();
    }
    while (kept.size() > KEPT) kept.remove(random.nextInt(kept.size()));
    log();
    within(() -> rows().equals(""));
    machine();
  }

  private List<Person> some(Caller caller) {
    List<Person> some = new ArrayList<>(caller.touched);
    for (int i = 0; i < 5 && !caller.people.isEmpty(); i++)
      some.add(caller.people.get(random.nextInt(caller.people.size())));
    return some;
  }

  private void log() throws IOException {
    ReadLog read = ReadLog.of(server, kept);
    assertTrue(read.report().clean(), read.report().findings().toString());
    Map<String, Integer> wanted = new TreeMap<>(Map.of("pack-published", VERSIONS));
    for (Caller caller : callers) {
      caller.entries.forEach((kind, times) -> wanted.merge(kind, times, Integer::sum));
      caller.named.forEach((at, kind) -> assertEquals(kind, read.kinds().get(at), "entry " + at));
    }
    Map<String, Integer> there = new TreeMap<>();
    read.kinds().values().forEach(kind -> there.merge(kind, 1, Integer::sum));
    // Why: mail leaves when it will, and one whose leaving a kill cut short is held back where she
    // withdrew meanwhile.
    int sent = Objects.requireNonNullElse(there.remove("mail-sent"), 0);
    undone = Objects.requireNonNullElse(there.remove(ReadLog.MAIL_UNDONE), 0);
    assertTrue(undone <= sent, undone + " mails undone of " + sent);
    assertEquals(wanted, there, "the entries that the callers' writes have led to");
  }

  /** What the database holds, row for row; empty where it is what it has to be. */
  private String rows() throws IOException {
    Attacker inside = new Attacker(server.data);
    Map<String, Long> wanted = new TreeMap<>();
    List<Person> living =
        callers.stream().flatMap(c -> c.people.stream()).filter(p -> !p.erased).toList();
    wanted.put("subject", (long) living.size());
    wanted.put("held", (long) living.size());
    wanted.put("subject_identifier", (long) living.size());
    wanted.put("datum", 3L * living.size());
    wanted.put("mail", living.stream().mapToLong(p -> p.mails).sum());
    wanted.put("once", VERSIONS + callers.stream().mapToLong(c -> c.keys).sum());
    wanted.put("erasure where receipt is null", 0L);
    Map<String, Long> there = new TreeMap<>();
    wanted.keySet().forEach(t -> there.put(t, inside.count("select count(*) from probity." + t)));
    wanted.put("locks", 0L);
    there.put(
        "locks",
        inside.count(
            "select count(*) from pg_locks where locktype in ('advisory', 'transactionid', 'tuple')"
                + " and pid <> pg_backend_pid() or not granted"));
    return wanted.equals(there) ? "" : "wanted " + wanted + ", there are " + there;
  }

  /** One database, whose processes are all its own, and whole keys. */
  private void machine() throws Exception {
    long postmaster = Processes.postmaster(server.data);
    for (ProcessHandle process : Processes.in(server.data))
      assertTrue(
          process.pid() == postmaster
              || process.parent().map(ProcessHandle::pid).orElse(postmaster) == postmaster,
          "a process that nobody waits for");
    try (Stream<Path> keys = Files.list(server.data.resolve("keys"))) {
      assertEquals(List.of(), keys.filter(k -> k.toString().endsWith(".part")).toList());
    }
  }

  private void up() throws IOException {
    long began = System.nanoTime();
    server =
        new Running(folder, folder.resolve("home"), List.of("-XX:TieredStopAtLevel=1"), Map.of());
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    if (took.compareTo(longest) > 0) longest = took;
    assertTrue(took.compareTo(START) < 0, "a start took " + took);
  }

  private static void within(Callable<Boolean> so) throws Exception {
    long end = System.nanoTime() + START.toNanos();
    while (!so.call()) {
      if (System.nanoTime() > end) throw new AssertionError("not so within " + START);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }
}
