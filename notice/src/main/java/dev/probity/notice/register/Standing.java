// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.register;

import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What documents say to a question, in the words of {@code given}. Immutable.
 *
 * @param facts from those that count
 * @param apart those that do not, each with why
 */
public record Standing(Node.Fields facts, Map<Filed, List<Lack>> apart) {
  /** Of all that are filed, as they stand for this question. */
  public static Standing of(List<Filed> filed, Asking asking, Reckoning reckoning, Where where) {
    Node.Fields facts = new Node.Fields(Map.of(), where);
    Map<Filed, List<Lack>> apart = new LinkedHashMap<>();
    for (Filed document : filed) {
      List<Lack> lacks = reckoning.lacks(document, asking);
      Facts own = new Facts(document, where);
      if (lacks.isEmpty()) facts = facts.under(own.counted());
      else apart.put(document, lacks);
      // Why although it lacks something: a no needs no form.
      if (ended(document, asking.at())) facts = facts.under(own.revoked());
    }
    return new Standing(facts, apart);
  }

  /** These facts, and what one document would say if it lacked nothing. */
  public Node.Fields with(Filed document, Where where) {
    return facts.under(new Facts(document, where).counted());
  }

  private static boolean ended(Filed document, Instant at) {
    return document.ended() != null && !at.isBefore(document.ended());
  }

  /** One document in the words of facts. */
  private record Facts(Filed filed, Where where) {
    Node.Fields counted() {
      Node.Fields all = fields(Map.of());
      for (Counting.As as : filed.kind().counts().as()) all = all.under(as(as));
      return all;
    }

    private Node.Fields as(Counting.As as) {
      return switch (as) {
        case Counting.As.Consent consent -> one("consent", consent(consent, null));
        case Counting.As.Evidence evidence -> evidence(evidence);
        case Counting.As.Relation relation -> one("relation", text(given(relation.element())));
        case Counting.As.State state -> one("state", text(state.state()));
        case Counting.As.Choice choice ->
            fields(
                Map.of(
                    "choice",
                    fields(Map.of(filed.one(choice.element()), text(filed.one(choice.value()))))));
      };
    }

    private Node.Fields evidence(Counting.As.Evidence evidence) {
      String kind = evidence.element().isEmpty() ? evidence.kind() : given(evidence.element());
      Map<String, Node> record = record();
      record.put("kind", text(kind));
      if (!filed.kind().cited()) return one("evidence", fields(record));
      record.put("id", text(filed.number()));
      return one("documents", fields(record));
    }

    /** The term that its value gives, or the word that stands there. */
    private String given(String element) {
      Element described = filed.kind().elements().get(element);
      if (described == null) throw new IllegalStateException("a kind counts by what it has not");
      return Reckoning.chosen(described, filed)
          .map(Element.Value::gives)
          .orElse(filed.one(element));
    }

    private Node consent(Counting.As.Consent consent, @Nullable Instant withdrawn) {
      Map<String, Node> record = record();
      String id = filed.one(consent.element());
      record.put("id", text(id.isEmpty() ? "purpose" : id));
      record.put("level", text(consent.level()));
      if (withdrawn != null) record.put("withdrawn", text(withdrawn.toString()));
      return fields(record);
    }

    Node.Fields revoked() {
      Node.Fields all = fields(Map.of());
      for (Counting.As as : filed.kind().counts().as())
        if (as instanceof Counting.As.Consent consent)
          all = all.under(one("consent", consent(consent, filed.ended())));
      return all;
    }

    private Map<String, Node> record() {
      Counting counts = filed.kind().counts();
      Map<String, Node> record = new LinkedHashMap<>();
      Map<String, Node> covers = new LinkedHashMap<>();
      for (Map.Entry<Tie, String> tie : counts.covers().entrySet()) {
        List<String> named = filed.all(tie.getValue());
        if (!named.isEmpty())
          covers.put(tie.getKey().name().toLowerCase(Locale.ROOT), items(named));
      }
      if (!covers.isEmpty()) record.put("covers", fields(covers));
      Instant from = Reckoning.moment(filed, counts.from());
      if (from != null) record.put("from", text(from.toString()));
      return record;
    }

    private Node.Fields one(String kind, Node value) {
      return fields(Map.of(kind, new Node.Items(List.of(value), where)));
    }

    private Node items(List<String> words) {
      List<Node> items = new ArrayList<>();
      words.forEach(word -> items.add(text(word)));
      return new Node.Items(items, where);
    }

    private Node text(String text) {
      return new Node.Text(text, false, where);
    }

    private Node.Fields fields(Map<String, Node> named) {
      Map<String, Node.Field> fields = new LinkedHashMap<>();
      named.forEach((name, value) -> fields.put(name, new Node.Field(where, value)));
      return new Node.Fields(fields, where);
    }
  }
}
