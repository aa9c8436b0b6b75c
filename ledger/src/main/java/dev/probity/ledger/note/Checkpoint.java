// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.note;

import dev.probity.ledger.tree.Hash;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a log is: whose, how long, with which root (C2SP tlog-checkpoint). Immutable.
 *
 * @param more extension lines, which our logs do not write
 */
public record Checkpoint(String origin, long size, Hash root, List<String> more) {
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

  public Checkpoint {
    more = List.copyOf(more);
  }

  public Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  static Optional<Checkpoint> parse(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    int count = lines.size() - 1;
    boolean shaped =
        count >= 3
            && lines.subList(0, count).stream().noneMatch(String::isEmpty)
            && lines.getLast().isEmpty()
            && SIZE.matcher(lines.get(1)).matches();
    if (!shaped) return Optional.empty();
    try {
      long size = Long.parseLong(lines.get(1));
      return Hash.parse(lines.get(2))
          .map(root -> new Checkpoint(lines.getFirst(), size, root, lines.subList(3, count)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The text that is signed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n').append(root).append('\n');
    more.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
