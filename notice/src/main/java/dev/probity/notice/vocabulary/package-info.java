// SPDX-License-Identifier: Apache-2.0
/**
 * The shared words of all packs, read once from data files: {@link
 * dev.probity.notice.vocabulary.Lexicon}.
 */
@NullMarked
package dev.probity.notice.vocabulary;

import org.jspecify.annotations.NullMarked;
