// SPDX-License-Identifier: Apache-2.0
/**
 * YAML 1.2 (and so JSON) as a tree with positions: read by {@link
 * dev.probity.notice.yaml.YamlReader}, printed canonically by {@link
 * dev.probity.notice.yaml.YamlPrinter}.
 */
@NullMarked
package dev.probity.notice.yaml;

import org.jspecify.annotations.NullMarked;
