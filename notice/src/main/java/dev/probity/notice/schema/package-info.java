// SPDX-License-Identifier: Apache-2.0
/**
 * The JSON Schema of pack files, so that editors complete and check them: {@link
 * dev.probity.notice.schema.PackSchema}.
 */
@NullMarked
package dev.probity.notice.schema;

import org.jspecify.annotations.NullMarked;
