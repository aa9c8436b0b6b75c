// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.notice.scenario.Scenario;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios of a pack, read when the first explanation asks for them and kept from then on. Any
 * number of threads.
 */
final class Scenarios extends AbstractList<Scenario> {
  private final Supplier<List<Scenario>> reading;
  private @Nullable List<Scenario> read;

  Scenarios(Supplier<List<Scenario>> reading) {
    this.reading = reading;
  }

  private synchronized List<Scenario> all() {
    if (read == null) read = reading.get();
    return read;
  }

  @Override
  public Scenario get(int index) {
    return all().get(index);
  }

  @Override
  public int size() {
    return all().size();
  }
}
