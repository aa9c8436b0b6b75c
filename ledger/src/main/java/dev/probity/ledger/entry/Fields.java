// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.entry;

import dev.probity.ledger.tree.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An entry taken apart: strings, lists and maps of strings by name, in order. One thread. */
record Fields(Map<String, Object> all) {
  Fields() {
    this(new LinkedHashMap<>());
  }

  Fields of(String name, Entry entry) {
    all.put("entry", name);
    all.put("at", entry.at().toString());
    all.put("pack", entry.pack().text());
    if (entry instanceof Entry.OfPerson person) all.put("who", person.who().hash().toString());
    return this;
  }

  Fields and(String name, Word word) {
    all.put(name, word.text());
    return this;
  }

  Fields and(String name, Hash hash) {
    all.put(name, hash.toString());
    return this;
  }

  Fields and(String name, LocalDate date) {
    all.put(name, date.toString());
    return this;
  }

  Fields and(String name, List<Word> words) {
    all.put(name, words.stream().map(Word::text).toList());
    return this;
  }

  Fields and(String name, SortedMap<Word, Commitment> values) {
    Map<String, String> cells = new LinkedHashMap<>();
    values.forEach((element, value) -> cells.put(element.text(), value.hash().toString()));
    all.put(name, cells);
    return this;
  }

  String text(String name) {
    if (all.get(name) instanceof String text) return text;
    throw new IllegalArgumentException("no text " + name);
  }

  Instant at() {
    return Instant.parse(text("at"));
  }

  PackPin pack() {
    return new PackPin(text("pack"));
  }

  Pseudonym who() {
    return new Pseudonym(hash("who"));
  }

  Word word(String name) {
    return new Word(text(name));
  }

  LocalDate date(String name) {
    return LocalDate.parse(text(name));
  }

  Hash hash(String name) {
    return hashOf(text(name));
  }

  List<Word> words(String name) {
    if (!(all.get(name) instanceof List<?> texts)) throw new IllegalArgumentException(name);
    return texts.stream().map(text -> new Word((String) text)).toList();
  }

  SortedMap<Word, Commitment> values(String name) {
    if (!(all.get(name) instanceof Map<?, ?> cells)) throw new IllegalArgumentException(name);
    SortedMap<Word, Commitment> values = new TreeMap<>();
    cells.forEach(
        (element, hash) ->
            values.put(new Word((String) element), new Commitment(hashOf((String) hash))));
    return Collections.unmodifiableSortedMap(values);
  }

  private static Hash hashOf(String base64) {
    return Hash.parse(base64).orElseThrow(() -> new IllegalArgumentException("no hash"));
  }
}
