// SPDX-License-Identifier: Apache-2.0
/** Terms, clauses, questions and decisions; depends on nothing. */
module dev.probity.kernel {
  requires static transitive org.jspecify;

  exports dev.probity.kernel.clause;
  exports dev.probity.kernel.clock;
  exports dev.probity.kernel.decide;
  exports dev.probity.kernel.engine;
  exports dev.probity.kernel.fault;
  exports dev.probity.kernel.question;
  exports dev.probity.kernel.term;
}
