// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the privacy declarations of one system. One thread. */
final class DeclarationReader {
  private static final Set<String> READ =
      Set.of(
          "name",
          "data_categories",
          "data_use",
          "data_subjects",
          "egress",
          "ingress",
          "legal_basis_for_processing",
          "retention_period",
          "data_shared_with_third_parties",
          "shared_categories");
  private static final Set<String> KEPT = Set.of("description", "dataset_references", "fides_key");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,4})\\s*(day|week|month|year)s?", Pattern.CASE_INSENSITIVE);
  private static final Pattern ISO = Pattern.compile("P\\d{1,4}[DWMY]");

  private final Words words;
  private final Skeleton pack;
  private final Notes notes;
  private final String system;

  DeclarationReader(Words words, Skeleton pack, String system) {
    this.words = words;
    this.pack = pack;
    this.notes = words.notes();
    this.system = system;
  }

  Declaration read(Form form, String path) {
    String use = form.required("data_use");
    if (!form.has("data_categories")) form.required("data_categories");
    Set<String> data = Named.terms(Named.in(form, "data_categories"), words.data());
    boolean acts = !words.purposes().knows(use) && words.actions().knows(use);
    Set<String> purposes =
        acts || use.isEmpty() ? Set.of() : words.purposes().terms(use, form.where("data_use"));
    Named.in(form, "data_subjects")
        .forEach(
            (subject, where) ->
                notes.dropped(
                    "a pack does not tell persons apart as `" + subject + "`",
                    "if the notice treats them apart, add a condition (age, relation, role)",
                    where));
    String says =
        Named.text(form, "name")
            .map(n -> "System " + system + ": " + n + ".")
            .orElse("System " + system + " uses data.");
    if (data.isEmpty() || (purposes.isEmpty() && !acts)) nothing(form);
    else if (acts) act(form, path, says, data, use);
    else use(form, path, says, data, purposes);
    notes.rest(form, "a privacy declaration", READ, KEPT);
    return new Declaration(data, purposes, Named.in(form, "egress"), Named.in(form, "ingress"));
  }

  private void nothing(Form form) {
    notes.dropped(
        "this declaration has no data or no purpose left",
        "write its clause by hand if the notice speaks of it",
        form.where());
  }

  /** Fideslang names sharing and collecting among the uses; here they are actions. */
  private void act(Form form, String path, String says, Set<String> data, String use) {
    for (String action : words.actions().terms(use, form.where("data_use"))) {
      List<String> lines =
          new ArrayList<>(List.of("permit: " + action, "data: " + Skeleton.list(data)));
      if (!action.equals("collect")) {
        lines.add("to: third-party");
        notes.guessed(
            "who receives what is shared, and what for, is not said; taken for any third party",
            "name recipients and purposes in the clause's `to` and `for`",
            form.where("data_use"));
        pack.needs(data);
      } else pack.collected(data);
      pack.row(form.where(), path, says, "server", lines.toArray(String[]::new));
    }
  }

  private void use(Form form, String path, String says, Set<String> data, Set<String> purposes) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "permit: use", "data: " + Skeleton.list(data), "for: " + Skeleton.list(purposes)));
    boolean consent = consent(form);
    String asked = "consent-" + pack.next().toLowerCase(Locale.ROOT);
    if (consent) lines.add("when: [{consent: " + asked + "}]");
    String row = pack.row(form.where(), path, says, "server", lines.toArray(String[]::new));
    pack.needs(data);
    if (consent)
      pack.section(
          "consents",
          form.where("legal_basis_for_processing"),
          path + " > legal_basis_for_processing",
          asked
              + ": {keeps: "
              + row
              + ", level: opt-in, asks: {en: May we use your data for this?}}");
    shared(form, path, row, data, purposes);
    retained(form, path, data);
  }

  private boolean consent(Form form) {
    Optional<String> basis = Named.text(form, "legal_basis_for_processing");
    if (basis.isEmpty()) return false;
    Where where = form.where("legal_basis_for_processing");
    if (basis.get().equalsIgnoreCase("consent")) {
      notes.guessed(
          "neither the strength of the consent nor its question is said; taken for an opt-in",
          "set `level` and `asks` of the consent",
          where);
      return true;
    }
    notes.dropped(
        "a legal basis other than consent is no condition of the notice",
        "a law laid over the pack asks for it (`overlays`)",
        where);
    return false;
  }

  private void shared(Form form, String path, String row, Set<String> data, Set<String> purposes) {
    if (Named.absent(form, "data_shared_with_third_parties")
        || !form.flag("data_shared_with_third_parties")) return;
    Map<String, Where> named = Named.in(form, "shared_categories");
    Set<String> given = named.isEmpty() ? data : Named.terms(named, words.data());
    if (given.isEmpty()) {
      nothing(form);
      return;
    }
    notes.guessed(
        "who the third parties are is free text"
            + (named.isEmpty() ? ", and which data they get is not said" : "")
            + "; taken for any third party"
            + (named.isEmpty() ? " and all of the declaration's" : ""),
        "declare them under `recipients` and name them in the clause's `to`",
        form.where("data_shared_with_third_parties"));
    pack.second(
        row,
        'b',
        form.where("data_shared_with_third_parties"),
        path + " > data_shared_with_third_parties",
        "System " + system + " shares it with third parties.",
        "permit: disclose",
        "data: " + Skeleton.list(given),
        "to: third-party",
        "for: " + Skeleton.list(purposes));
    pack.needs(given);
  }

  private void retained(Form form, String path, Set<String> data) {
    Optional<String> period = Named.text(form, "retention_period");
    if (period.isEmpty()) return;
    Where where = form.where("retention_period");
    Optional<String> time = time(period.get().strip());
    if (time.isEmpty()) {
      notes.dropped(
          "this `retention_period` is no time",
          "write it as `P90D`, `P2Y` or `90 days`, or into the pack's `retention`",
          where);
      return;
    }
    String row =
        pack.row(
            where,
            path + " > retention_period",
            "System " + system + " keeps it for a time.",
            "server");
    pack.section(
        "retention",
        where,
        path + " > retention_period",
        row.toLowerCase(Locale.ROOT)
            + ": {keeps: "
            + row
            + ", data: "
            + Skeleton.list(data)
            + ", keep: {notice: UNSTATED, operator: "
            + time.get()
            + "}, then: erase}");
  }

  private static Optional<String> time(String text) {
    if (ISO.matcher(text).matches()) return Optional.of(text);
    Matcher plain = TIME.matcher(text);
    if (!plain.matches()) return Optional.empty();
    char unit = Character.toUpperCase(plain.group(2).charAt(0));
    return Optional.of("P" + Integer.parseInt(plain.group(1)) + unit);
  }
}
