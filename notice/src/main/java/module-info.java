// SPDX-License-Identifier: Apache-2.0
/** The pack language, scenarios, trace, coverage, lint and mutation. */
module dev.probity.notice {
  requires static org.jspecify;
  requires transitive dev.probity.kernel;
  requires org.snakeyaml.engine.v2;

  exports dev.probity.notice.answer;
  exports dev.probity.notice.compare;
  exports dev.probity.notice.cover;
  exports dev.probity.notice.diff;
  exports dev.probity.notice.due;
  exports dev.probity.notice.explain;
  exports dev.probity.notice.fides;
  exports dev.probity.notice.lint;
  exports dev.probity.notice.mutate;
  exports dev.probity.notice.pack;
  exports dev.probity.notice.prove;
  exports dev.probity.notice.register;
  exports dev.probity.notice.scenario;
  exports dev.probity.notice.schema;
  exports dev.probity.notice.text;
  exports dev.probity.notice.trace;
  exports dev.probity.notice.vocabulary;
  exports dev.probity.notice.yaml;
}
