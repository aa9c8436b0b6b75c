// SPDX-License-Identifier: Apache-2.0
/**
 * The text of a privacy notice with its positions: lines, sentences ("units"), citations of them,
 * fingerprints, and the alignment of a notice with the trace of an earlier reading. Read first
 * {@link NoticeText}, {@link Units} and {@link Alignment}. Nothing here knows what a sentence
 * means.
 */
@NullMarked
package dev.probity.notice.text;

import org.jspecify.annotations.NullMarked;
