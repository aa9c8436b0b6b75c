// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.log.Log;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.store.Login;
import dev.probity.store.Store;
import dev.probity.store.TestPostgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a durable entry and a proof cost; docs/performance.md has the figures. */
@Tag("slow")
class SpeedTest {
  private static final int THREADS = 32;
  private static final int ENTRIES = Integer.getInteger("probity.speed.entries", 10_000);
  private static final int ROUNDS = Integer.getInteger("probity.speed.rounds", 7);
  private static final int PROOFS = 2_000;
  private static final byte[] ENTRY = new byte[300];

  private final String controller = "speed-" + Long.toString(System.nanoTime(), 36);

  @TempDir Path folder;
  private Store store;
  private Log log;
  private HikariDataSource plain;

  @BeforeEach
  void open() {
    store = ((Store.Opening.Opened) Store.open(TestPostgres.shared(), TestPostgres.MEANS)).store();
    store.admit(controller);
    log = store.ledgers(folder).of(controller);
    Login application = TestPostgres.shared().application();
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(TestPostgres.shared().url());
    configuration.setUsername(application.role());
    configuration.setPassword(application.password());
    configuration.setMaximumPoolSize(THREADS);
    configuration.setAutoCommit(false);
    plain = new HikariDataSource(configuration);
    Superuser.client()
        .sql(
            "create table if not exists public.plain (controller text not null, index bigint not"
                + " null, bytes bytea not null, leaf bytea not null,"
                + " primary key (controller, index))")
        .update();
    Superuser.client().sql("grant insert on public.plain to " + application.role()).update();
  }

  @AfterEach
  void close() {
    plain.close();
    store.close();
  }

  /**
   * In turn, in one run: the log; plain loops of as many commits as the log's, one after the other
   * with as many rows under way as its callers have, and 32 at once with 32 times as many; and one
   * with a commit for each row.
   */
  @Test
  void appendsAgainstPlainLoops() throws Exception {
    double[] inTurn = new double[ROUNDS];
    double[] atOnce = new double[ROUNDS];
    double[] rowForRow = new double[ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
      long before = checkpoints();
      long appended = timed(() -> appends(ENTRIES));
      int commits = (int) (checkpoints() - before);
      int first = 3 * (round + 2) * ENTRIES;
      long one = timed(() -> inserts(1, first, commits));
      long grouped = timed(() -> inserts(THREADS, first + ENTRIES, commits));
      long single = timed(() -> inserts(THREADS, first + 2 * ENTRIES, ENTRIES));
      if (round >= 0) {
        inTurn[round] = (double) one / appended;
        atOnce[round] = (double) grouped / appended;
        rowForRow[round] = (double) single / appended;
      }
      System.out.printf(
          "round %d, %d entries: log %d ms (%d commits), plain in turn %d ms, at once %d ms,"
              + " row by row %d ms, load %.1f%n",
          round,
          ENTRIES,
          appended / 1_000_000,
          commits,
          one / 1_000_000,
          grouped / 1_000_000,
          single / 1_000_000,
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
    print("as many commits in turn", inTurn);
    print("as many commits at once", atOnce);
    print("row by row", rowForRow);
    // The goal is 0.6; below this, callers no longer share commits.
    assertTrue(inTurn[ROUNDS / 2] >= 0.25, Arrays.toString(inTurn));
  }

  private static void print(String loop, double[] ratios) {
    Arrays.sort(ratios);
    System.out.printf(
        "of a plain loop, %s: median %.2f (%.2f to %.2f)%n",
        loop, ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1]);
  }

  @Test
  void aProofOutOfTheDatabase() throws Exception {
    for (int i = 0; i < 70; i++) append(1_000);
    long size = log.checkpoint().checkpoint().size();
    assertEquals(70_000, size);
    long[] took = new long[PROOFS];
    for (int i = -PROOFS / 2; i < PROOFS; i++) {
      long index = Math.floorMod(i * 7_919L, size);
      long begun = System.nanoTime();
      Receipt receipt = log.receipt(index);
      if (i >= 0) took[i] = System.nanoTime() - begun;
      if (i % 100 == 0) assertTrue(receipt.leads(), "receipt of " + index);
    }
    Arrays.sort(took);
    System.out.printf(
        "receipt among %,d entries: median %d us, 95 %% under %d us; load %.1f%n",
        size,
        took[PROOFS / 2] / 1_000,
        took[PROOFS * 95 / 100] / 1_000,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    // The goal is 1 ms; on a busy machine each of its eight round trips waits for a core.
    assertTrue(took[PROOFS / 2] < 10_000_000, "median " + took[PROOFS / 2] + " ns");
  }

  private long checkpoints() {
    return store
        .tenancy()
        .in(
            controller,
            c -> c.sql("select count(*) from ledger_checkpoint").query(Long.class).single());
  }

  private static long timed(Callable<Integer> work) throws Exception {
    long begun = System.nanoTime();
    work.call();
    return System.nanoTime() - begun;
  }

  private void append(int entries) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < entries; i++) drafts.add(index -> ENTRY);
    log.append(drafts);
  }

  private int appends(int entries) throws Exception {
    AtomicInteger left = new AtomicInteger(entries);
    return onThreads(
        THREADS,
        () -> {
          while (left.getAndDecrement() > 0) append(1);
          return 0;
        });
  }

  /** Each commit writes as many rows as the log's did on average. */
  private int inserts(int threads, int first, int commits) throws Exception {
    AtomicInteger next = new AtomicInteger();
    return onThreads(
        threads,
        () -> {
          for (int c = next.getAndIncrement(); c < commits; c = next.getAndIncrement()) {
            int from = (int) ((long) c * ENTRIES / commits);
            int to = (int) ((c + 1L) * ENTRIES / commits);
            try (Connection connection = plain.getConnection();
                PreparedStatement insert =
                    connection.prepareStatement(
                        "insert into public.plain (controller, index, bytes, leaf)"
                            + " values (?, ?, ?, ?)")) {
              for (int i = from; i < to; i++) {
                insert.setString(1, controller);
                insert.setLong(2, first + i);
                insert.setBytes(3, ENTRY);
                insert.setBytes(4, new byte[32]);
                insert.addBatch();
              }
              insert.executeBatch();
              connection.commit();
            }
          }
          return 0;
        });
  }

  private static int onThreads(int count, Callable<Integer> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < count; i++) all.add(threads.submit(work));
      for (Future<Integer> one : all) one.get();
    }
    return count;
  }
}
