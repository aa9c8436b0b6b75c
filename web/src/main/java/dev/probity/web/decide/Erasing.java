// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.EntryText;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.log.Log;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.store.subject.Erasure;
import dev.probity.store.subject.Order;
import dev.probity.store.subject.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every door that erases orders and answers. Stateless. */
final class Erasing {
  private Erasing() {}

  /**
   * @param event what obliges to it; empty where somebody asked for it
   * @param acts that are done by it
   */
  static Order order(Controller controller, Standing standing, String event, List<String> acts) {
    return new Order(
        controller.pin(standing.moment()),
        event,
        Acts.words(acts),
        Retaining.linkedUntil(controller, standing.moment()),
        Refusals.of(controller, FactSheet.of(standing.sheet())));
  }

  static Map<String, Object> tree(Log log, Erasure erasure) {
    Receipt receipt = log.receipt(erasure.receipt());
    Map<String, Object> tree = new LinkedHashMap<>();
    if (EntryText.read(log.receipt(erasure.intent()).entry()).orElseThrow()
        instanceof Entry.ErasureIntended intended)
      tree.put("elements", intended.elements().stream().map(Word::text).toList());
    if (EntryText.read(receipt.entry()).orElseThrow() instanceof Entry.Erased erased)
      tree.put("stores", erased.stores().stream().map(Word::text).toList());
    tree.put("dark", erasure.dark().toString());
    tree.put("linked-until", erasure.linkedUntil().toString());
    tree.put("intended", erasure.intent());
    tree.put("entry", erasure.receipt());
    tree.put("receipt", receipt.toString());
    return tree;
  }
}
