// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Progress;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.app.served.ServedLog;
import dev.probity.app.served.Unserved;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.ledger.log.Copying;
import dev.probity.ledger.log.LogFolder;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.tile.Tile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ledger copy ADDRESS DIR}. */
@Command(
    name = "copy",
    description = {
      "Copy a log that a server serves, to verify it without that server.",
      "Done again, it fetches only what is new, and goes on where it was broken off. A log that is",
      "no continuation of the copy leaves the copy as it was: exit 1."
    },
    footer = {
      "  ./probity ledger copy http://127.0.0.1:8080/v1/example/ledger copy-of-log \\",
      "    --token-file audit.token"
    })
final class LedgerCopy extends Helped implements Callable<Integer> {
  private static final int AT_ONCE = 8;

  private final Surroundings here;

  @Parameters(index = "0", paramLabel = "ADDRESS", description = "Where the log is served.")
  private String address = "";

  @Parameters(index = "1", paramLabel = "DIR", description = "The copy, new or older.")
  private Path folder = Path.of("");

  @Mixin private Shown shown = new Shown();

  LedgerCopy(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    @Nullable String token = shown.token(here, faults);
    if (!faults.isEmpty()) return refused(faults);
    try (ServedLog log = ServedLog.at(address, token)) {
      SignedCheckpoint newest = log.checkpoint();
      Files.createDirectories(folder);
      try (FileChannel lock =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = lock.tryLock()) {
        return held == null
            ? refused(List.of(busy()))
            : copy(new Copying(new LogFolder(folder), log, newest), newest, log);
      }
    } catch (Unserved e) {
      return refused(List.of(e.fault()));
    } catch (OverlappingFileLockException e) {
      return refused(List.of(busy()));
    } catch (IOException | UncheckedIOException e) {
      return refused(List.of(unwritable(e)));
    }
  }

  private int copy(Copying copying, SignedCheckpoint newest, ServedLog log) {
    switch (copying.standing()) {
      case Copying.Standing.Foreign unused -> {
        return refused(List.of(foreign()));
      }
      case Copying.Standing.Contradicts was -> {
        contradicts(was.size(), newest.checkpoint().size());
        return Exit.FINDINGS;
      }
      case Copying.Standing.Continues unused -> copying.begin();
    }
    int fetched = fetch(copying, newest.checkpoint().size());
    log.witnessed().ifPresent(copying::keep);
    copying.finish();
    here.terminal()
        .line(
            "  %,d entries in %s; %,d tiles fetched"
                .formatted(newest.checkpoint().size(), folder, fetched));
    return Exit.FINE;
  }

  private int fetch(Copying copying, long size) {
    Iterator<Tile> missing = copying.missing().iterator();
    AtomicInteger done = new AtomicInteger();
    int all = (int) (size / Tile.FULL) + 1;
    try (Progress progress = new Progress(here.terminal(), "copying", here.clock());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++)
        workers.add(
            threads.submit(
                () -> {
                  for (Tile tile = next(missing); tile != null; tile = next(missing)) {
                    copying.fetch(tile);
                    progress.at(Math.min(done.incrementAndGet(), all), all);
                  }
                }));
      for (Future<?> worker : workers) joined(worker, threads);
    }
    return done.get();
  }

  private static @Nullable Tile next(Iterator<Tile> tiles) {
    synchronized (tiles) {
      return tiles.hasNext() ? tiles.next() : null;
    }
  }

  private void joined(Future<?> worker, ExecutorService threads) {
    try {
      worker.get();
    } catch (ExecutionException e) {
      threads.shutdownNow();
      if (e.getCause() instanceof NoSuchElementException) throw Unserved.gap(address);
      if (e.getCause() instanceof RuntimeException own) throw own;
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void contradicts(long was, long is) {
    Terminal terminal = here.terminal();
    terminal.line(
        "  %s  the log at this address is no continuation of the copy, which has %,d entries of it"
            .formatted(terminal.tint(Tint.BAD, "ALTERED"), was));
    terminal.line(
        is < was
            ? "  it has %,d now; the copy was left as it was".formatted(is)
            : "  `./probity ledger verify` the address --against the copy's checkpoint; the copy"
                + " was left as it was");
  }

  private int refused(List<Fault> faults) {
    here.terminal().faults(faults);
    return Exit.WRONG_USE;
  }

  private Fault foreign() {
    return fault(
        "PRB-A024", "the folder holds another log, or something else", "name another folder");
  }

  private Fault busy() {
    return fault("PRB-A024", "somebody else copies into this folder", "wait for the other");
  }

  private Fault unwritable(Exception e) {
    String kind = (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
    return fault(
        "PRB-A025",
        "the copy cannot be written (" + kind + ")",
        "name a folder that you may write, on a disk with room; what is there can be gone on with");
  }

  private Fault fault(String code, String sentence, String fix) {
    return new Fault(code, sentence, fix, Where.file(folder.toString()));
  }
}
