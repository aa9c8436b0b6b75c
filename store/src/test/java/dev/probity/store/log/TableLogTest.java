// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.audit.Audit;
import dev.probity.ledger.audit.Finding;
import dev.probity.ledger.audit.Report;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.log.Log;
import dev.probity.ledger.log.LogContract;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.tree.Merkle;
import dev.probity.store.Store;
import dev.probity.store.Tenancy;
import dev.probity.store.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contract over a real PostgreSQL; each server is a store of its own on the same database. */
class TableLogTest extends LogContract {
  private final String controller = "log-" + Long.toString(System.nanoTime(), 36);
  private final List<Store> stores = new ArrayList<>();

  @TempDir Path folder;

  @AfterEach
  void close() {
    stores.forEach(Store::close);
  }

  private Ledgers ledgers() {
    Store store =
        switch (Store.open(TestPostgres.shared(), TestPostgres.MEANS)) {
          case Store.Opening.Opened opened -> opened.store();
          case Store.Opening.Refused refused -> throw new AssertionError(refused.fault());
        };
    stores.add(store);
    store.admit(controller);
    return store.ledgers(folder);
  }

  @Override
  protected Log open() {
    return ledgers().of(controller);
  }

  @Override
  protected VerifierKey key() {
    Ledgers any = stores.isEmpty() ? ledgers() : stores.getFirst().ledgers(folder);
    return any.key(controller);
  }

  private static List<Draft> drafts(int count) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++)
      drafts.add(index -> ("entry " + index).getBytes(StandardCharsets.UTF_8));
    return drafts;
  }

  /** What nobody wrote in this test, a superuser does: a change by hand. */
  private void byHand(String sql) {
    Superuser.client().sql(sql.replace("?", "'" + controller + "'")).update();
  }

  private Report audit(Log log, SignedCheckpoint own) {
    return new Audit(log.tiles(), key()).of(own, List.of());
  }

  @Test
  void manyWhoWaitShareOneCommit() throws Exception {
    Log log = open();
    CountDownLatch all = new CountDownLatch(200);
    List<Future<Long>> firsts = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++)
        firsts.add(
            threads.submit(
                () -> {
                  all.countDown();
                  all.await();
                  return log.append(drafts(1)).first();
                }));
    }
    assertEquals(200, firsts.stream().map(Future::resultNow).distinct().count());
    long checkpoints = commits();
    assertTrue(checkpoints < 100, checkpoints + " commits for 200 appends");
  }

  /** Also where each comes back as soon as it is answered, as callers under load do. */
  @Test
  void whoComesBackSharesCommitsToo() throws Exception {
    Log log = open();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++)
        threads.execute(
            () -> {
              for (int n = 0; n < 20; n++) log.append(drafts(1));
            });
    }
    assertEquals(320, log.checkpoint().checkpoint().size());
    long commits = commits();
    assertTrue(commits < 160, commits + " commits for 320 appends");
  }

  private long commits() {
    return stores
        .getFirst()
        .tenancy()
        .in(
            controller,
            c -> c.sql("select count(*) from ledger_checkpoint").query(Long.class).single());
  }

  @Test
  void whoFailsDoesNotStopTheOthers() throws Exception {
    Log log = open();
    List<Future<Long>> good = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        good.add(threads.submit(() -> log.append(drafts(2)).first()));
        var unused = threads.submit(() -> log.append(List.of(index -> new byte[70_000])));
      }
    }
    assertEquals(50, good.stream().map(Future::resultNow).distinct().count());
    assertEquals(100, log.checkpoint().checkpoint().size());
    assertTrue(audit(log, log.checkpoint()).clean());
  }

  /** No thread is to be had, as where the machine has no memory left; and then there is one. */
  @Test
  @Timeout(60)
  void whoFindsNoWriterIsToldAndTheNextIsWritten() {
    AtomicInteger asked = new AtomicInteger();
    TableLog log =
        table(
            writer -> {
              if (asked.getAndIncrement() == 0) throw new InternalError("no thread");
              writer.run();
            });
    Exception told = assertThrows(IllegalStateException.class, () -> log.append(drafts(1)));
    assertTrue(told.getCause() instanceof InternalError, told.toString());
    assertEquals(0, log.append(drafts(1)).first());
  }

  @Test
  @Timeout(60)
  void anErrorInTheWriterIsToldAndTheNextIsWritten() {
    TableLog log = table(Runnable::run);
    Along broken =
        (client, first) -> {
          throw new StackOverflowError();
        };
    assertEquals(0, log.append(drafts(1)).first());
    Exception told =
        assertThrows(IllegalStateException.class, () -> log.appendWith(drafts(1), broken));
    assertTrue(told.getCause() instanceof StackOverflowError, told.toString());
    assertEquals(1, log.append(drafts(1)).first());
    assertTrue(audit(log, log.checkpoint()).clean());
  }

  /** Whatever ends it, before it is durable it is not the tree that the next one adds to. */
  @Test
  void whatWasNotCommittedIsNotBuiltOn() {
    Ledgers ledgers = ledgers();
    Log log = ledgers.of(controller);
    log.append(drafts(3));
    Sequencer sequencer = sequencer();
    List<Waiting> one = List.of(new Waiting(drafts(1), Along.NOTHING));
    Tenancy tenancy = stores.getFirst().tenancy();
    Batch durable = tenancy.choosing(c -> sequencer.append(c, () -> one)).orElseThrow();
    sequencer.committed(durable);
    List<Waiting> lost = List.of(new Waiting(drafts(2), Along.NOTHING));
    assertThrows(
        InternalError.class,
        () ->
            tenancy.choosing(
                c -> {
                  sequencer.append(c, () -> lost);
                  throw new InternalError("before the commit");
                }));
    List<Waiting> next = List.of(new Waiting(drafts(1), Along.NOTHING));
    Batch written = tenancy.choosing(c -> sequencer.append(c, () -> next)).orElseThrow();
    assertEquals(4, written.first());
    assertTrue(audit(log, log.checkpoint()).clean());
  }

  /** Two send one request at once and the database is lost: neither is told of the other's. */
  @Test
  @Timeout(60)
  void whatWasUndoneHasNotTakenAnotherPlace() throws Exception {
    List<Runnable> writer = new ArrayList<>();
    TableLog log = table(writer::add);
    Once once = new Once(Merkle.leaf(new byte[] {1}), Merkle.leaf(new byte[] {2}));
    Along lost =
        (client, first) -> {
          throw new DataAccessResourceFailureException("the database is gone");
        };
    List<FutureTask<Boolean>> told = new ArrayList<>();
    told.add(new FutureTask<>(() -> log.append(drafts(1), once, Along.NOTHING).isPresent()));
    told.add(new FutureTask<>(() -> log.append(drafts(1), once, Along.NOTHING).isPresent()));
    told.add(new FutureTask<>(() -> log.appendWith(drafts(1), lost).isPresent()));
    for (FutureTask<Boolean> one : told) {
      Thread waits = Thread.ofPlatform().start(one);
      while (waits.getState() != Thread.State.WAITING) Thread.onSpinWait();
    }
    writer.getFirst().run();
    for (FutureTask<Boolean> one : told) {
      Exception failed = assertThrows(ExecutionException.class, one::get);
      assertTrue(failed.getCause() instanceof DataAccessException, failed.toString());
    }
  }

  private TableLog table(Executor writers) {
    Ledgers ledgers = ledgers();
    ledgers.key(controller);
    Path own = folder.resolve(controller);
    return new TableLog(
        stores.getFirst().tenancy(),
        controller,
        signing(),
        new Shelf(own.resolve("checkpoints"), "probity/" + controller),
        new Witnessed(own.resolve("witnessed"), ledgers.key(controller)),
        writers);
  }

  private Sequencer sequencer() {
    Path file = folder.resolve(controller).resolve("checkpoints");
    return new Sequencer(controller, signing(), new Shelf(file, "probity/" + controller));
  }

  private SigningKey signing() {
    return new KeyFile(folder.resolve(controller))
        .open("probity/" + controller, true, new SecureRandom())
        .signing(Ledgers::library);
  }

  @Test
  void anEntryChangedByHandIsNamed() {
    Log log = open();
    log.append(drafts(600));
    byHand("update probity.ledger_entry set bytes = 'x' where controller = ? and index = 300");

    Report report = audit(log, log.checkpoint());
    assertTrue(report.findings().contains(new Finding.EntryAltered(300)), report.toString());
    byHand("update probity.ledger_node set hash = sha256('x') where controller = ? and index = 0");
    assertTrue(
        audit(log, log.checkpoint())
            .findings()
            .contains(new Finding.TileAltered("tile/1/000.p/2")));
  }

  /** Somebody who cannot sign: the next server refuses to sign what was made of the log. */
  @Test
  void aLogThatWasChangedIsNotContinued() {
    open().append(drafts(10));
    byHand("update probity.ledger_entry set leaf = sha256('x') where controller = ? and index = 9");
    assertRefused("PRB-S017");
    byHand("update probity.ledger_checkpoint set note = 'x' where controller = ?");
    assertRefused("PRB-S017");
  }

  /** As a backup that was put back does; what was signed once must not be signed otherwise. */
  @Test
  void aDatabaseThatIsOlderThanItsCheckpointsIsNotContinued() {
    Log log = open();
    log.append(drafts(3));
    log.append(drafts(3));
    byHand("delete from probity.ledger_checkpoint where controller = ? and size = 6");
    byHand("delete from probity.ledger_entry where controller = ? and index >= 3");
    assertRefused("PRB-S016");
    assertThrows(LogRefused.class, () -> log.append(drafts(1)));
  }

  @Test
  void whatTheShelfKeepsIsReadAsCheckpoints() throws Exception {
    Log log = open();
    log.append(drafts(2));
    String kept = Files.readString(folder.resolve(controller).resolve("checkpoints"));
    assertEquals(log.checkpoint().toString(), kept);
    Files.writeString(folder.resolve(controller).resolve("checkpoints"), "");
    assertThrows(LogRefused.class, () -> log.append(drafts(1)).first());
  }

  @Test
  void theKeyIsMadeOnceAndItsOwnersAlone() throws Exception {
    Path file = folder.resolve(controller).resolve("log.key");
    open().append(drafts(1));
    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    assertEquals(key() + "\n", Files.readString(file.resolveSibling("log.pub")));

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertRefused("PRB-S015");
    Files.delete(file);
    assertRefused("PRB-S015");
    Ledgers nowhere = stores.getFirst().ledgers(Files.writeString(file, "").resolve("below"));
    LogRefused refused = assertThrows(LogRefused.class, () -> nowhere.of(controller));
    assertEquals("PRB-S018", refused.fault().code());
  }

  @Test
  void theApplicationOnlyAdds() {
    open().append(drafts(1));
    for (String sql :
        List.of(
            "update ledger_entry set bytes = ''",
            "delete from ledger_entry",
            "truncate ledger_entry",
            "update ledger_node set level = 1",
            "delete from ledger_checkpoint",
            "update ledger_checkpoint set note = ''"))
      assertThrows(
          DataAccessException.class,
          () -> stores.getFirst().tenancy().in(controller, client -> client.sql(sql).update()),
          sql);
  }

  @Test
  void aServerWhoseRoleCouldChangeALogIsRefused() {
    JdbcClient superuser = Superuser.client();
    String role = TestPostgres.shared().application().role();
    for (String right : List.of("update (bytes)", "delete", "truncate")) {
      superuser.sql("grant " + right + " on probity.ledger_entry to " + role).update();
      try {
        Store.Opening.Refused refused =
            (Store.Opening.Refused) Store.open(TestPostgres.shared(), TestPostgres.MEANS);
        assertEquals("PRB-S014", refused.fault().code());
      } finally {
        superuser.sql("revoke " + right + " on probity.ledger_entry from " + role).update();
      }
    }
  }

  private void assertRefused(String code) {
    LogRefused refused = assertThrows(LogRefused.class, () -> open().append(drafts(1)));
    assertEquals(code, refused.fault().code());
  }
}
