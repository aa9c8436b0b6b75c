// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.Tiles;
import dev.probity.store.log.Ledgers;
import dev.probity.store.token.Scope;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A log as auditors read it (C2SP tlog-tiles). Safe for any number of threads. */
@RestController
public final class LedgerDoors {
  private static final String LOG = "/v1/{controller}/ledger/";
  private static final String TEXT = "text/plain;charset=utf-8";
  private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,17}");
  private static final Pattern PATH =
      Pattern.compile("/([0-7]|entries)/((?:x\\d{3}/){0,4}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

  private final Doorkeeper doorkeeper;
  private final Ledgers ledgers;

  public LedgerDoors(Doorkeeper doorkeeper, Ledgers ledgers) {
    this.doorkeeper = doorkeeper;
    this.ledgers = ledgers;
  }

  @GetMapping(path = LOG + "checkpoint", produces = TEXT)
  String checkpoint(@PathVariable String controller, HttpServletRequest request) {
    Controller admitted = doorkeeper.admit(controller, Scope.AUDIT, request);
    return ledgers.of(admitted.id()).checkpoint().toString();
  }

  /** The newest checkpoint that a witness signed too. */
  @GetMapping(path = LOG + "witnessed", produces = TEXT)
  String witnessed(@PathVariable String controller, HttpServletRequest request) {
    Controller admitted = doorkeeper.admit(controller, Scope.AUDIT, request);
    return ledgers
        .witnessed(admitted.id())
        .orElseThrow(() -> Kind.NO_DOOR.problem().refusal())
        .toString();
  }

  /** Once a witness has signed what has the entry, the receipt bears that signature too. */
  @GetMapping(path = LOG + "receipt/{index}", produces = TEXT)
  String receipt(
      @PathVariable String controller, @PathVariable String index, HttpServletRequest request) {
    Controller admitted = doorkeeper.admit(controller, Scope.AUDIT, request);
    if (!INDEX.matcher(index).matches()) throw Kind.NO_DOOR.problem().refusal();
    try {
      return ledgers.of(admitted.id()).receipt(Long.parseLong(index)).toString();
    } catch (NoSuchElementException e) {
      throw Kind.NO_DOOR.problem().refusal();
    }
  }

  /** For a first look; whoever verifies has it from somewhere else. */
  @GetMapping(path = LOG + "key", produces = TEXT)
  String key(@PathVariable String controller, HttpServletRequest request) {
    Controller admitted = doorkeeper.admit(controller, Scope.AUDIT, request);
    return ledgers.key(admitted.id()) + "\n";
  }

  @GetMapping(path = LOG + "tile/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  byte[] tile(
      @PathVariable String controller, @PathVariable String path, HttpServletRequest request) {
    Controller admitted = doorkeeper.admit(controller, Scope.AUDIT, request);
    return bytes(ledgers.of(admitted.id()).tiles(), path)
        .orElseThrow(() -> Kind.NO_DOOR.problem().refusal());
  }

  private static Optional<byte[]> bytes(Tiles tiles, String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) return Optional.empty();
    long index = Long.parseLong(parts.group(2).replace("x", "").replace("/", ""));
    int width = parts.group(3) == null ? Tile.FULL : Integer.parseInt(parts.group(3));
    if (width > Tile.FULL) return Optional.empty();
    return parts.group(1).equals("entries")
        ? tiles.bundle(index, width)
        : tiles.tile(new Tile(Integer.parseInt(parts.group(1)), index, width));
  }
}
