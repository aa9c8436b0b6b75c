// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

/** How well a channel protects what travels over it, worst first. */
public enum ChannelLevel {
  PLAIN,
  PROTECTED,
  SECURE
}
