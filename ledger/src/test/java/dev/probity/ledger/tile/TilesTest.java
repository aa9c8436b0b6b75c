// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Merkle;
import dev.probity.ledger.tree.Prover;
import dev.probity.ledger.tree.Range;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TilesTest {
  private static Hash leaf(long index) {
    return Merkle.leaf(ByteBuffer.allocate(8).putLong(index).array());
  }

  /** C2SP tlog-tiles.md: the examples of Merkle Tree (an index) and Partial Tiles (a size). */
  @Test
  void pathsAndCountsAreTheSpecifications() {
    assertEquals("tile/0/x001/x234/067", new Tile(0, 1_234_067, 256).path());
    assertEquals("tile/0/x001/x234/x567/089", new Tile(0, 1_234_567_089L, 256).path());
    assertEquals("tile/2/000.p/1", new Tile(2, 0, 1).path());
    assertEquals("tile/entries/x001/000.p/7", Tile.bundlePath(1000, 7));

    List<Tile> tiles = new ArrayList<>();
    Tile.of(70_000).forEach(tiles::add);
    assertEquals(273, tiles.stream().filter(t -> t.level() == 0 && t.width() == 256).count());
    assertTrue(tiles.contains(new Tile(0, 273, 112)));
    assertTrue(tiles.contains(new Tile(1, 0, 256)));
    assertTrue(tiles.contains(new Tile(1, 1, 17)));
    assertEquals(new Tile(2, 0, 1), tiles.getLast());
    assertEquals(273 + 1 + 1 + 1 + 1, tiles.size());
    tiles.clear();
    Tile.of(256).forEach(tiles::add);
    assertEquals(List.of(new Tile(0, 0, 256), new Tile(1, 0, 1)), tiles);
  }

  @Test
  void theEdgeWritesTheTilesOfTheSpecificationAndIsTakenUpFromThem(@TempDir Path folder) {
    TileFolder tiles = new TileFolder(folder);
    Edge edge = new Edge();
    Range range = new Range();
    for (int size = 1; size <= 66_000; size++) {
      edge.add(leaf(size - 1), tiles::write);
      range.add(leaf(size - 1));
      if (size % 6_011 != 0 && size != 256 && size != 65_536 && size != 65_537) continue;
      edge.partial(tiles::write);
      assertEquals(range.root(), edge.root());
      for (Tile tile : Tile.of(size)) {
        assertEquals(tile.width() * Hash.BYTES, tiles.tile(tile).orElseThrow().length);
      }
      edge = new Edge(size, tiles);
      assertEquals(range.root(), edge.root());
      assertEquals(size, edge.size());
    }
  }

  @Test
  void proofsOutOfTilesLeadAtEverySizeThatWasEverSigned(@TempDir Path folder) {
    TileFolder tiles = new TileFolder(folder);
    Edge edge = new Edge();
    Range range = new Range();
    List<Integer> sizes = List.of(1, 255, 256, 257, 511, 513, 1_000);
    List<Hash> roots = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      edge.add(leaf(i), tiles::write);
      range.add(leaf(i));
      if (sizes.contains(i + 1)) {
        edge.partial(tiles::write);
        roots.add(range.root());
      }
    }
    for (int s = 0; s < sizes.size(); s++) {
      int size = sizes.get(s);
      Prover prover = new Prover(new TileNodes(tiles, size));
      assertEquals(roots.get(s), prover.root(size));
      for (int index = 0; index < size; index += 13) {
        assertTrue(prover.inclusion(index, size).leads(leaf(index), roots.get(s)));
      }
      for (int f = 0; f <= s; f++) {
        assertTrue(prover.consistency(sizes.get(f), size).leads(roots.get(f), roots.get(s)));
      }
    }
  }

  @Test
  void aHoleIsSaidAndAFullTileAnswersForAPartialOne(@TempDir Path folder) {
    TileFolder tiles = new TileFolder(folder);
    Edge edge = new Edge();
    for (int i = 0; i < 256; i++) edge.add(leaf(i), tiles::write);
    byte[] full = tiles.tile(new Tile(0, 0, 256)).orElseThrow();

    assertEquals(100 * 32, tiles.tile(new Tile(0, 0, 100)).orElseThrow().length);
    assertArrayEquals(leaf(99).bytes(), Hash.at(full, 99 * 32).bytes());
    assertTrue(tiles.tile(new Tile(0, 1, 1)).isEmpty());
    assertThrows(
        NoSuchElementException.class, () -> new Prover(new TileNodes(tiles, 300)).root(300));
  }

  @Test
  void aTileThatIsTooShortIsNone(@TempDir Path folder) {
    TileFolder tiles = new TileFolder(folder);
    tiles.write(new Tile(0, 0, 3), new byte[2 * Hash.BYTES]);
    assertTrue(tiles.tile(new Tile(0, 0, 3)).isEmpty());
  }

  /** Of tiles that somebody serves: too long is as wrong as too short. */
  @Test
  void nodesAreReadFromTilesOfTheRightWidthAlone() {
    for (int hashes = 1; hashes <= 5; hashes++) {
      byte[] served = new byte[hashes * Hash.BYTES];
      Tiles tiles =
          new Tiles() {
            @Override
            public Optional<byte[]> tile(Tile tile) {
              return Optional.of(served);
            }

            @Override
            public Optional<byte[]> bundle(long index, int width) {
              return Optional.empty();
            }
          };
      Prover prover = new Prover(new TileNodes(tiles, 3));
      if (hashes == 3) assertEquals(3, prover.inclusion(0, 3).size());
      else assertThrows(NoSuchElementException.class, () -> prover.inclusion(0, 3));
    }
  }

  @Test
  void bundlesAreExactlyTheirEntries() {
    List<byte[]> entries =
        IntStream.of(0, 1, 300, Bundle.LARGEST).mapToObj(n -> new byte[n]).toList();
    byte[] bundle = Bundle.of(entries);

    List<byte[]> read = Bundle.entries(bundle, 4).orElseThrow();
    for (int i = 0; i < 4; i++) assertArrayEquals(entries.get(i), read.get(i));
    assertTrue(Bundle.entries(bundle, 3).isEmpty());
    assertTrue(Bundle.entries(bundle, 5).isEmpty());
    for (int length = 0; length < bundle.length; length += 97) {
      assertTrue(Bundle.entries(java.util.Arrays.copyOf(bundle, length), 4).isEmpty());
    }
    assertThrows(
        IllegalArgumentException.class, () -> Bundle.of(List.of(new byte[Bundle.LARGEST + 1])));
  }
}
