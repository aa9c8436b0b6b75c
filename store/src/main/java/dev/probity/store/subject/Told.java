// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.Pseudonym;

/** What the log is to be told of a person, as soon as her pseudonym in that entry is known. */
@FunctionalInterface
public interface Told {
  Entry.OfPerson of(Pseudonym who, Person person);
}
