// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Progress;
import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.question.Question;
import dev.probity.notice.pack.PackSource;

/** A decider whose questions move a progress bar on. One thread. */
final class Watched implements Decider {
  private final Decider decider;
  private final Progress progress;
  private final int expected;
  private int asked;

  /** The pack's own, expecting about one question a scenario. */
  static Decider over(PackSource source, Progress progress) {
    return new Watched(Engine.of(source.history()), progress, source.scenarios().size());
  }

  private Watched(Decider decider, Progress progress, int expected) {
    this.decider = decider;
    this.progress = progress;
    this.expected = expected;
  }

  @Override
  public Decision decide(Question question) {
    asked++;
    progress.at(Math.min(asked, expected), expected);
    return decider.decide(question);
  }
}
