// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proofs against the definition: all of them are made and accepted, none that is damaged is. */
class ProofLawsTest {
  private static final int MOST = 200;
  private static final List<Hash> LEAVES = Naive.leaves(MOST);
  private static final Nodes NODES = remembered();

  private static Nodes remembered() {
    Nodes naive = Naive.nodes(LEAVES);
    java.util.Map<String, Hash> known = new java.util.HashMap<>();
    return (level, index) ->
        known.computeIfAbsent(level + " " + index, key -> naive.node(level, index));
  }

  @Test
  void everyInclusionIsTheOneOfTheDefinitionAndLeads() {
    for (int size = 1; size <= MOST; size++) {
      Hash root = Naive.root(LEAVES.subList(0, size));
      assertEquals(root, new Prover(NODES).root(size));
      for (int index = 0; index < size; index++) {
        Inclusion proof = new Prover(NODES).inclusion(index, size);
        if (size <= 70 || size % 13 == 0) {
          assertEquals(Naive.path(index, LEAVES.subList(0, size)), proof.path());
        }
        assertTrue(proof.leads(LEAVES.get(index), root), proof::toString);
      }
    }
  }

  @Test
  void everyConsistencyIsTheOneOfTheDefinitionAndLeads() {
    for (int to = 1; to <= MOST; to++) {
      Hash later = new Prover(NODES).root(to);
      for (int from = 1; from <= to; from++) {
        Consistency proof = new Prover(NODES).consistency(from, to);
        if (to <= 70 || to % 13 == 0) {
          assertEquals(Naive.proof(from, LEAVES.subList(0, to)), proof.path());
        }
        assertTrue(proof.leads(new Prover(NODES).root(from), later), proof::toString);
      }
    }
  }

  /** Another index or size leads only where the way up makes the very same turns. */
  @Test
  void aWrongIndexOrSizeNeverLeads() {
    for (int size = 1; size <= 33; size++) {
      Hash root = new Prover(NODES).root(size);
      for (int index = 0; index < size; index++) {
        Inclusion right = new Prover(NODES).inclusion(index, size);
        for (int claimed = -1; claimed <= 40; claimed++) {
          for (int at = -1; at <= claimed; at++) {
            boolean same = at >= 0 && at < claimed && turns(at, claimed).equals(turns(index, size));
            assertEquals(
                same,
                new Inclusion(at, claimed, right.path()).leads(LEAVES.get(index), root),
                at + " of " + claimed + " for " + right);
          }
        }
      }
    }
  }

  /** In one size, no index passes for another: this is what a checkpoint leaves to the prover. */
  @Test
  void withinOneSizeOnlyTheRightIndexLeads() {
    for (int size = 1; size <= MOST; size += size < 70 ? 1 : 7) {
      Hash root = new Prover(NODES).root(size);
      for (int index = 0; index < size; index++) {
        Inclusion right = new Prover(NODES).inclusion(index, size);
        for (int at = 0; at < size; at++) {
          boolean leads = new Inclusion(at, size, right.path()).leads(LEAVES.get(index), root);
          assertEquals(at == index, leads, at + " for " + right);
        }
      }
    }
  }

  @Test
  void wrongSizesOfAConsistencyNeverLead() {
    for (int to = 2; to <= 33; to++) {
      for (int from = 1; from < to; from++) {
        Consistency right = new Prover(NODES).consistency(from, to);
        Hash earlier = new Prover(NODES).root(from);
        Hash later = new Prover(NODES).root(to);
        for (int claimed = -1; claimed <= to + 5; claimed++) {
          if (claimed == from) continue;
          assertFalse(new Consistency(claimed, to, right.path()).leads(earlier, later));
        }
        assertFalse(right.leads(later, earlier));
        assertFalse(new Consistency(from, from, right.path()).leads(earlier, later));
        assertFalse(new Consistency(from, -1, right.path()).leads(earlier, later));
      }
    }
  }

  /** Any two sizes claimed for any proof: it leads just where the definition itself does. */
  @Test
  void otherSizesOfAConsistencyLeadNowhereElseThanTheDefinitionDoes() {
    int led = 0;
    for (int to = 1; to <= 32; to++) {
      Hash later = new Prover(NODES).root(to);
      for (int from = 1; from <= to; from++) {
        List<Hash> path = new Prover(NODES).consistency(from, to).path();
        Hash earlier = new Prover(NODES).root(from);
        for (int t = -1; t <= 40; t++) {
          for (int f = -1; f <= t + 1; f++) {
            boolean leads = new Consistency(f, t, path).leads(earlier, later);
            assertEquals(
                Naive.leads(f, t, path, earlier, later),
                leads,
                () -> "a proof from " + path.size() + " hashes");
            if (leads) led++;
            // Why: it may lead under other sizes, but never from one of the two to another.
            if (leads && f == from) assertEquals(turns(f - 1, t), turns(from - 1, to));
          }
        }
      }
    }
    assertTrue(led >= 528, led + " proofs led");
  }

  @Test
  void oneChangedBitOrAHashMoreOrLessNeverLeads() {
    for (int size : new int[] {1, 2, 3, 7, 8, 11, 64, 65, 200}) {
      Hash root = new Prover(NODES).root(size);
      for (int index = 0; index < size; index += 1 + size / 8) {
        Inclusion proof = new Prover(NODES).inclusion(index, size);
        Hash leaf = LEAVES.get(index);
        flips(leaf).forEach(l -> assertFalse(proof.leads(l, root)));
        flips(root).forEach(r -> assertFalse(proof.leads(leaf, r)));
        for (List<Hash> path : damaged(proof.path(), leaf, root)) {
          assertFalse(new Inclusion(proof.index(), size, path).leads(leaf, root));
        }
      }
      for (int from = 1; from <= size; from += 1 + size / 8) {
        Consistency proof = new Prover(NODES).consistency(from, size);
        Hash earlier = new Prover(NODES).root(from);
        flips(earlier).forEach(e -> assertFalse(proof.leads(e, root)));
        flips(root).forEach(r -> assertFalse(proof.leads(earlier, r)));
        for (List<Hash> path : damaged(proof.path(), earlier, root)) {
          assertFalse(new Consistency(from, size, path).leads(earlier, root));
        }
      }
    }
  }

  private static List<List<Hash>> damaged(List<Hash> path, Hash... others) {
    List<List<Hash>> all = new ArrayList<>();
    for (int i = 0; i <= path.size(); i++) {
      for (Hash other : others) all.add(inserted(path, i, other));
      if (i == path.size()) continue;
      all.add(inserted(path, i, path.get(i)));
      int at = i;
      flips(path.get(i)).forEach(flipped -> all.add(replaced(path, at, flipped)));
      List<Hash> shorter = new ArrayList<>(path);
      shorter.remove(i);
      all.add(shorter);
      if (i > 0 && !path.get(i).equals(path.get(i - 1))) {
        all.add(replaced(replaced(path, i, path.get(i - 1)), i - 1, path.get(i)));
      }
    }
    return all;
  }

  private static List<Hash> inserted(List<Hash> path, int at, Hash hash) {
    List<Hash> longer = new ArrayList<>(path);
    longer.add(at, hash);
    return longer;
  }

  private static List<Hash> replaced(List<Hash> path, int at, Hash hash) {
    List<Hash> other = new ArrayList<>(path);
    other.set(at, hash);
    return other;
  }

  /** One bit of each byte changed in turn. */
  private static List<Hash> flips(Hash hash) {
    List<Hash> flips = new ArrayList<>();
    for (int i = 0; i < Hash.BYTES; i++) {
      byte[] bytes = hash.bytes();
      bytes[i] ^= (byte) (1 << (i % 8));
      flips.add(Hash.of(bytes).orElseThrow());
    }
    return flips;
  }

  private static String turns(long index, long size) {
    return Naive.turns(index, size);
  }

  @Test
  void whatIsNoLeafOrNoSizeHasNoProof() {
    Prover prover = new Prover(NODES);

    assertThrows(IllegalArgumentException.class, () -> prover.inclusion(5, 5));
    assertThrows(IllegalArgumentException.class, () -> prover.inclusion(-1, 5));
    assertThrows(IllegalArgumentException.class, () -> prover.consistency(0, 5));
    assertThrows(IllegalArgumentException.class, () -> prover.consistency(6, 5));
    assertThrows(IllegalArgumentException.class, () -> prover.root(-1));
  }

  @Test
  void hashesAreThirtyTwoBytesInPaddedBase64() {
    String base64 = LEAVES.getFirst().toString();

    assertEquals(LEAVES.getFirst(), Hash.parse(base64).orElseThrow());
    assertTrue(Hash.parse(base64.substring(0, 43)).isEmpty());
    assertTrue(Hash.parse(base64 + "=").isEmpty());
    assertTrue(Hash.parse("AAAA").isEmpty());
    assertTrue(Hash.parse(base64.substring(0, 42) + "B=").isEmpty());
    assertTrue(Hash.of(new byte[31]).isEmpty());
    assertTrue(Hash.of(new byte[33]).isEmpty());
  }
}
