// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Duties;
import dev.probity.kernel.decide.Views;
import dev.probity.notice.answer.Trees;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Ask;
import java.util.Collection;
import java.util.Map;

/** Asks the engine. */
record Answers(PackSource source) {
  Decision decide(Ask.Decide ask) {
    return Engine.of(source.history()).decide(ask.question());
  }

  Duties event(Ask.Event ask) {
    return Duties.on(ask.event(), source.pack(), ask.question());
  }

  Views view(Ask.View ask) {
    return Views.of(Engine.of(source.history()), ask.question(), ask.fields());
  }

  /**
   * The tree with those of the citations that rest on a law nobody checked, where there are any.
   */
  Map<String, Object> labelled(Map<String, Object> tree, Collection<String> cites) {
    return Trees.labelled(tree, source, cites);
  }
}
