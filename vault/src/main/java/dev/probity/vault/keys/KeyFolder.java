// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key store of files: each key wrapped under the key of the present epoch, which lies in a key
 * ring elsewhere. Rotating the epoch wraps every key anew and destroys the old epoch's, so that no
 * copy of the folder opens what was destroyed in between.
 *
 * <p>Safe for many threads and for several servers that share folder and ring. A key costs two
 * forced writes; a rotation costs that for each key, and stops nobody meanwhile.
 */
public final class KeyFolder implements KeyStore {
  private final Path folder;
  private final Path ringFile;
  private final Period epoch;
  private final InstantSource clock;
  private final Durable files;
  private final FolderLock lock;
  private volatile @Nullable Seen seen;

  /**
   * @param folder for the wrapped keys; it may be copied
   * @param ring for the epoch's key; no backup may hold it
   * @param epoch how long one lasts, and so at most how long a destroyed key is not yet dark
   */
  public static KeyFolder open(Path folder, Path ring, Period epoch, InstantSource clock) {
    return open(folder, ring, epoch, clock, Steps.unwatched());
  }

  static KeyFolder open(Path folder, Path ring, Period epoch, InstantSource clock, Steps steps) {
    KeyFolder keys = new KeyFolder(folder, ring, epoch, clock, steps);
    keys.begin();
    return keys;
  }

  private KeyFolder(Path folder, Path ring, Period epoch, InstantSource clock, Steps steps) {
    this.folder = folder;
    this.ringFile = ring;
    this.epoch = epoch;
    this.clock = clock;
    this.files = new Durable(steps);
    this.lock = new FolderLock(folder.resolve("lock"));
  }

  private void begin() {
    files.folder(folder);
    boolean rotating =
        lock.held(
            () -> {
              if (!Files.exists(ringFile)) {
                if (!wrapped().isEmpty()) throw KeyFault.noRing(ringFile.toString());
                files.write(ringFile, new Ring(List.of(Ring.Epoch.fresh(1, today()))).bytes());
              }
              // Why: a process that died in the middle of a write leaves half a key.
              list(Durable.PART).forEach(files::remove);
              files.remove(Durable.part(ringFile));
              return ring().rotating();
            });
    if (rotating) finish();
  }

  @Override
  public boolean create(KeyName name, byte[] secret) {
    return put(name, secret, false);
  }

  @Override
  public boolean createAll(Map<KeyName, byte[]> secrets) {
    return lock.held(
        () -> {
          if (secrets.keySet().stream().anyMatch(name -> Files.exists(file(name)))) return false;
          Ring.Epoch newest = ring().newest();
          Map<Path, byte[]> wrapped = new HashMap<>();
          new Newcomers(folder).add(secrets.keySet().iterator().next(), clock.instant());
          secrets.forEach(
              (name, secret) -> {
                Path file = file(name);
                wrapped.put(file, WrappedKey.wrap(id(file), secret, newest).bytes());
              });
          files.writeNew(wrapped);
          return true;
        });
  }

  @Override
  public void settle(String tenant, String subject) {
    new Newcomers(folder).remove(new KeyName(tenant, subject, KeyName.Use.DATA));
  }

  @Override
  public List<String> newcomers(String tenant, Instant before) {
    return new Newcomers(folder).of(tenant, before);
  }

  @Override
  public boolean has(KeyName name) {
    return Files.exists(file(name));
  }

  @Override
  public boolean replace(KeyName name, byte[] secret) {
    return put(name, secret, true);
  }

  private boolean put(KeyName name, byte[] secret, boolean there) {
    Path file = file(name);
    return lock.held(
        () -> {
          if (Files.exists(file) != there) return false;
          files.write(file, WrappedKey.wrap(id(file), secret, ring().newest()).bytes());
          return true;
        });
  }

  @Override
  public Optional<byte[]> get(KeyName name) {
    Path file = file(name);
    // Why: between reading a key and its epoch a rotation may have ended; then both are read anew.
    for (Ring ring = ring(); ; ring = ring()) {
      Optional<WrappedKey> wrapped = wrapped(file);
      if (wrapped.isEmpty()) return Optional.empty();
      Optional<Ring.Epoch> its = ring.epoch(wrapped.get().epoch());
      if (its.isPresent()) return Optional.of(unwrap(file, wrapped.get(), its.get()));
      if (ring.equals(ring())) throw KeyFault.dark(id(file));
    }
  }

  private static byte[] unwrap(Path file, WrappedKey wrapped, Ring.Epoch epoch) {
    return wrapped.open(id(file), epoch).orElseThrow(() -> KeyFault.altered(id(file)));
  }

  @Override
  public LocalDate destroy(KeyName name) {
    Path file = file(name);
    return lock.held(
        () -> {
          files.remove(Durable.part(file));
          files.remove(file);
          if (name.use() == KeyName.Use.DATA) new Newcomers(folder).remove(name);
          // Why: copies may hold it under any epoch whose key is still there, so under the newest.
          return dueOn(ring());
        });
  }

  @Override
  public LocalDate due() {
    return dueOn(ring());
  }

  /** Rotates on the day before: on the day itself it has to be done already. */
  @Override
  public boolean keepWord() {
    boolean due = begun(ring -> !today().isBefore(dueOn(ring).minusDays(1)));
    if (due || ring().rotating()) finish();
    return due;
  }

  private LocalDate dueOn(Ring ring) {
    return ring.newest().since().plus(epoch);
  }

  /** Begins a new epoch, wraps every key under it and destroys the key of the one before. */
  public void rotate() {
    boolean unused = begun(ring -> true);
    finish();
  }

  /** Whether a new epoch began here; looked at under the lock, so that one server begins it. */
  private boolean begun(Predicate<Ring> wanted) {
    return lock.held(
        () -> {
          Ring ring = ring();
          if (ring.rotating() || !wanted.test(ring)) return false;
          Ring.Epoch next = Ring.Epoch.fresh(ring.newest().number() + 1, today());
          files.write(ringFile, ring.with(next).bytes());
          return true;
        });
  }

  private void finish() {
    boolean done = false;
    while (!done) {
      // Why: one key at a time, so that a rotation of many keys keeps nobody waiting.
      for (Path file : wrapped()) lock.held(() -> rewrapped(file));
      done =
          lock.held(
              () -> {
                Ring ring = ring();
                if (wrapped().stream().anyMatch(f -> isOlder(f, ring))) return false;
                if (ring.rotating()) files.write(ringFile, ring.newestAlone().bytes());
                return true;
              });
    }
  }

  private boolean rewrapped(Path file) {
    Ring ring = ring();
    if (!isOlder(file, ring)) return false;
    WrappedKey old = wrapped(file).orElseThrow();
    Ring.Epoch its = ring.epoch(old.epoch()).orElseThrow(() -> KeyFault.dark(id(file)));
    byte[] secret = unwrap(file, old, its);
    files.write(file, WrappedKey.wrap(id(file), secret, ring.newest()).bytes());
    return true;
  }

  private static boolean isOlder(Path file, Ring ring) {
    return wrapped(file).filter(w -> w.epoch() != ring.newest().number()).isPresent();
  }

  /** As it stands now: each writing of it is a file of its own, known by when and where it lies. */
  private Ring ring() {
    try {
      PosixFileAttributes now = Files.readAttributes(ringFile, PosixFileAttributes.class);
      if (!Durable.isOwners(now)) throw KeyFault.badRing(ringFile.toString());
      Seen before = seen;
      if (before != null && before.isStill(now)) return before.ring();
      byte[] bytes = Durable.read(ringFile).orElseThrow(() -> KeyFault.noRing(ringFile.toString()));
      Ring ring = Ring.read(bytes).orElseThrow(() -> KeyFault.badRing(ringFile.toString()));
      // Why only if nothing was put in its place meanwhile: the next look then reads again.
      seen = new Seen(now.fileKey(), now.lastModifiedTime(), ring);
      return ring;
    } catch (NoSuchFileException e) {
      throw KeyFault.noRing(ringFile.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Seen(@Nullable Object file, FileTime written, Ring ring) {
    boolean isStill(PosixFileAttributes now) {
      return now.fileKey() != null
          && now.fileKey().equals(file)
          && now.lastModifiedTime().equals(written);
    }
  }

  private static Optional<WrappedKey> wrapped(Path file) {
    return Durable.read(file)
        .map(bytes -> WrappedKey.read(bytes).orElseThrow(() -> KeyFault.altered(id(file))));
  }

  private List<Path> wrapped() {
    return list(WrappedKey.SUFFIX);
  }

  private List<Path> list(String suffix) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(KeyName name) {
    return folder.resolve(WrappedKey.id(name) + WrappedKey.SUFFIX);
  }

  private static String id(Path file) {
    return String.valueOf(file.getFileName()).replace(WrappedKey.SUFFIX, "");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
