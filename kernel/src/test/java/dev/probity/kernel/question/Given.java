// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.question;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts, written down one after the other in tests. */
public final class Given {
  private final Set<Kind> read = EnumSet.noneOf(Kind.class);
  private final List<ConsentRecord> consents = new ArrayList<>();
  private final Map<String, Set<String>> choices = new HashMap<>();
  private final Set<NoticeGiven> notices = new HashSet<>();
  private final Set<String> relations = new HashSet<>();
  private final List<Document> evidence = new ArrayList<>();
  private final Map<Whose, String> regions = new EnumMap<>(Whose.class);
  private final Map<Whose, Band> ages = new EnumMap<>(Whose.class);
  private final Set<String> roles = new HashSet<>();
  private final Set<String> states = new HashSet<>();
  private @Nullable ChannelLevel channel;

  private Given() {}

  /** Nothing was looked up. */
  public static Given unread() {
    return new Given();
  }

  /** Everything was looked up. */
  public static Given read() {
    Given given = new Given();
    given.read.addAll(EnumSet.allOf(Kind.class));
    return given;
  }

  public Given consent(ConsentRecord record) {
    consents.add(record);
    return this;
  }

  public Given consent(String id, ConsentLevel level) {
    return consent(new ConsentRecord(id, ConsentRecord.Answer.GIVEN, level, Map.of(), null, null));
  }

  public Given choice(String id, String... values) {
    choices.put(id, Set.of(values));
    return this;
  }

  public Given notice(String what, String version) {
    notices.add(new NoticeGiven(what, version));
    return this;
  }

  public Given relation(String kind) {
    relations.add(kind);
    return this;
  }

  public Given evidence(
      String id,
      String kind,
      Map<Tie, Set<String>> covers,
      @Nullable Instant from,
      @Nullable Instant until) {
    evidence.add(new Document(id, kind, covers, from, until));
    return this;
  }

  public Given evidence(String kind) {
    return evidence("", kind, Map.of(), null, null);
  }

  public Given region(Whose whose, String region) {
    regions.put(whose, region);
    return this;
  }

  public Given age(Whose whose, int from, int to) {
    ages.put(whose, new Band(from, to));
    return this;
  }

  public Given role(String kind) {
    roles.add(kind);
    return this;
  }

  public Given state(String kind) {
    states.add(kind);
    return this;
  }

  public Given channel(ChannelLevel level) {
    channel = level;
    return this;
  }

  public Facts facts() {
    return new Facts(
        read, consents, choices, notices, relations, evidence, regions, ages, roles, states,
        channel);
  }
}
