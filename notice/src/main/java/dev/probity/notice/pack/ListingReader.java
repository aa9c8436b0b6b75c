// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Nearest;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the section {@code lists} of a law's pack. One thread. */
final class ListingReader {
  private static final List<String> KINDS = List.of("data", "evidence");

  private final Words words;

  ListingReader(Words words) {
    this.words = words;
  }

  Listing read(String id, Node node) {
    List<Fault> faults = words.faults();
    Form form = Form.of(node, "the list `" + id + "`", faults);
    String of = form.required("of");
    if (!of.isEmpty() && !KINDS.contains(of))
      form.fault(
          "PRB-N014",
          "a list is of " + String.join(" or ", KINDS) + ", not of `" + of + "`",
          Nearest.fix(of, KINDS),
          form.where("of"));
    form.required("confidence");
    Parameter.Confidence confidence =
        form.has("confidence")
            ? form.oneOf("confidence", Parameter.Confidence.class).orElse(Parameter.Confidence.L)
            : Parameter.Confidence.L;
    List<Listing.Item> items = new ArrayList<>();
    form.each("items", (key, n) -> items.add(item(key, n, of)));
    if (!form.has("items")) form.required("items");
    Listing read =
        new Listing(
            id, form.required("cite"), of, confidence, form.text("says", ""), items, form.where());
    form.done();
    return read;
  }

  private Listing.Item item(String key, Node node, String of) {
    Form form = Form.of(node, "the item `" + key + "`", words.faults());
    boolean known = KINDS.contains(of);
    Listing.Item item =
        new Listing.Item(
            key,
            form.required("cite"),
            form.text("says", ""),
            known ? words.checked(form, "terms", of) : Set.copyOf(form.words("terms")),
            known ? words.checked(form, "partly", of) : Set.copyOf(form.words("partly")),
            form.text("stays", ""));
    if (!form.has("terms")) form.required("terms");
    form.done();
    return item;
  }
}
