// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one dataset: which data categories it holds, and whether the parts that requests of persons
 * will need (references, identities, keys) have their shape. One thread.
 */
final class DatasetReader {
  private static final Set<String> KEPT =
      Set.of(
          "name",
          "description",
          "tags",
          "meta",
          "organization_fides_key",
          "fides_meta",
          "fidesops_meta");
  private static final Set<String> META =
      Set.of(
          "references",
          "identity",
          "primary_key",
          "data_type",
          "length",
          "return_all_elements",
          "read_only",
          "custom_request_field",
          "masking_strategy_override",
          "redact",
          "resource_id",
          "after",
          "erase_after",
          "namespace",
          "skip_processing",
          "partitioning");
  private static final Set<String> TYPES =
      Set.of("string", "integer", "float", "boolean", "object_id", "object");
  private static final Set<String> DIRECTIONS = Set.of("from", "to");

  private final Notes notes;
  private final Map<String, Where> categories = new LinkedHashMap<>();

  DatasetReader(Notes notes) {
    this.notes = notes;
  }

  /** The categories of the dataset, of its collections and of all their fields. */
  Map<String, Where> read(Form dataset) {
    categories(dataset);
    meta(dataset);
    for (Node node : Named.list(dataset, "collections")) {
      Form collection = Form.of(node, "a collection", notes.faults());
      collection.required("name");
      categories(collection);
      meta(collection);
      fields(collection);
      notes.rest(collection, "a collection", Set.of("name", "data_categories", "fields"), KEPT);
    }
    notes.rest(dataset, "a dataset", Set.of("fides_key", "data_categories", "collections"), KEPT);
    return categories;
  }

  private void fields(Form parent) {
    for (Node node : Named.list(parent, "fields")) {
      Form field = Form.of(node, "a field", notes.faults());
      field.required("name");
      categories(field);
      meta(field);
      fields(field);
      notes.rest(field, "a field", Set.of("name", "data_categories", "fields"), KEPT);
    }
  }

  private void categories(Form form) {
    Named.in(form, "data_categories").forEach(categories::putIfAbsent);
  }

  private void meta(Form owner) {
    for (String name : List.of("fides_meta", "fidesops_meta")) {
      if (Named.absent(owner, name)) continue;
      Form meta = owner.form(name, "`" + name + "`").orElseThrow();
      for (Node reference : Named.list(meta, "references")) reference(reference);
      Named.text(meta, "identity");
      for (String flag : List.of("primary_key", "return_all_elements", "read_only"))
        if (!Named.absent(meta, flag)) meta.flag(flag);
      Named.text(meta, "data_type").ifPresent(type -> type(type, meta));
      Named.text(meta, "length").ifPresent(length -> length(length, meta));
      notes.rest(meta, "`" + name + "`", META, Set.of());
    }
  }

  private void reference(Node node) {
    Form reference = Form.of(node, "a reference", notes.faults());
    reference.required("dataset");
    reference.required("field");
    Named.text(reference, "direction")
        .filter(d -> !DIRECTIONS.contains(d))
        .ifPresent(d -> wrong(reference, "direction", d, "`from`, `to` or nothing"));
    notes.rest(reference, "a reference", Set.of("dataset", "field", "direction"), Set.of());
  }

  private void type(String type, Form meta) {
    String single = type.endsWith("[]") ? type.substring(0, type.length() - 2) : type;
    if (!TYPES.contains(single))
      wrong(
          meta, "data_type", type, "one of " + String.join(", ", TYPES.stream().sorted().toList()));
  }

  private void length(String length, Form meta) {
    if (!length.matches("[1-9]\\d{0,8}")) wrong(meta, "length", length, "a whole number above 0");
  }

  private void wrong(Form form, String key, String value, String wanted) {
    form.fault(
        "PRB-N014", "`" + value + "` is no `" + key + "`", "write " + wanted, form.where(key));
  }
}
