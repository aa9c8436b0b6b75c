// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

/** A database role and its password. Immutable; says nothing of the password. */
public record Login(String role, String password) {
  @Override
  public String toString() {
    return role;
  }
}
