// SPDX-License-Identifier: Apache-2.0
/**
 * From a notice file to its text: plain text, Markdown, HTML, PDF. Read first {@link Extractor},
 * {@link Extract} and {@link Limits}. Nothing here splits sentences; the notice room does.
 */
@NullMarked
package dev.probity.app.extract;

import org.jspecify.annotations.NullMarked;
