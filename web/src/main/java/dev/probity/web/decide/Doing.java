// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.Word;
import dev.probity.store.log.Once;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Told;
import dev.probity.store.subject.Who;
import dev.probity.store.subject.Writing;
import dev.probity.store.subject.Written;
import dev.probity.web.problem.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Something done to what is held of a person, and said in the log with it or not done. Immutable.
 *
 * @param once the request that asks for it; null where it cannot be told from another
 */
record Doing(Subjects subjects, Controller controller, Who who, @Nullable Once once) {
  /** What is held of her, at the moment that counts. */
  record At(FactSheet sheet, Instant moment) {}

  /** What was done, and on which event. */
  record Did(String event, List<String> acts) {}

  interface Deed {
    Did on(At at);
  }

  /** The index of what the log says of it; nothing where nothing was done. */
  Optional<Long> say(Deed deed) {
    AtomicReference<Integer> told = new AtomicReference<>(0);
    Written written =
        subjects
            .change(
                controller.id(),
                new Who(who.subject(), ""),
                once,
                (held, moment) -> {
                  FactSheet sheet = FactSheet.of(held);
                  Did did = deed.on(new At(sheet, moment));
                  if (sheet.tooLarge()) throw Kind.TOO_MUCH.problem().refusal();
                  List<Told> all =
                      new ArrayList<>(controller.entries(moment).of(FactSheet.of(held), sheet));
                  if (!did.acts().isEmpty()) all.add(acted(did, moment));
                  told.set(all.size());
                  return new Writing(sheet.bytes(), List.of(), all);
                })
            .orElseThrow(() -> Kind.NOBODY.problem().refusal());
    return written.entry().isPresent()
        ? Optional.of(written.entry().getAsLong() + told.get() - 1)
        : Optional.empty();
  }

  private Told acted(Did did, Instant moment) {
    return (pseudonym, person) ->
        new Entry.Acted(
            moment,
            pseudonym,
            controller.pin(moment),
            new Word(did.event()),
            Acts.words(did.acts()));
  }
}
