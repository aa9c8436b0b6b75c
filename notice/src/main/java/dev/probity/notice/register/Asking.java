// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.register;

import dev.probity.kernel.question.Band;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of a question what documents are held against. Immutable; a text is empty where nothing is
 * stated.
 *
 * @param actor the id of who acts for the person
 * @param age of the person, where it is held
 * @param data the elements that are asked about
 * @param shared whether somebody is to get them
 * @param destination where they would go
 * @param cited numbers of documents that the caller relies on
 */
public record Asking(
    Instant at,
    String actor,
    @Nullable Band age,
    List<String> data,
    String purpose,
    String recipient,
    boolean shared,
    String destination,
    Set<String> cited) {}
