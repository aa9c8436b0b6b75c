// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.term;

/**
 * The lattice of data classes, lowest first. PHI is protected health information (45 CFR 160.103),
 * PII any other personal data, NON_PII data that passed a de-identification test or never concerned
 * a person.
 */
public enum DataClass {
  PUBLIC,
  NON_PII,
  PII,
  PHI;

  public DataClass max(DataClass other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public DataClass min(DataClass other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
