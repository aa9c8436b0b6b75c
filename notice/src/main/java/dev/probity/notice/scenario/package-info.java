// SPDX-License-Identifier: Apache-2.0
/**
 * Promises one can run: {@link dev.probity.notice.scenario.Scenario} and the {@link
 * dev.probity.notice.scenario.ScenarioRunner}.
 */
@NullMarked
package dev.probity.notice.scenario;

import org.jspecify.annotations.NullMarked;
