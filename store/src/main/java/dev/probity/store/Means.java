// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What the store is given by the world. Immutable.
 *
 * @param says takes a sentence for the person who starts the server
 */
public record Means(InstantSource clock, SecureRandom random, Consumer<String> says) {}
