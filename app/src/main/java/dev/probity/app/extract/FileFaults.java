// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;

/** The faults of files that cannot be read as a notice. Each has a page in docs/faults. */
final class FileFaults {
  private FileFaults() {}

  static Fault missing(String file) {
    return new Fault(
        "PRB-A002", "there is no file `" + file + "`", "check the path", Where.file(file));
  }

  static Fault directory(String file) {
    return new Fault(
        "PRB-A003",
        "`" + file + "` is a directory, not a file",
        "name the file in it",
        Where.file(file));
  }

  static Fault unreadable(String file) {
    return new Fault(
        "PRB-A003", "`" + file + "` cannot be read", "check its permissions", Where.file(file));
  }

  static Fault tooLarge(String file, long bytes, int bound) {
    return new Fault(
        "PRB-A004",
        "the file is larger than a notice may be: %,d bytes, and %,d are the bound"
            .formatted(bytes, bound),
        "give the notice alone, without pictures",
        Where.file(file));
  }

  static Fault tooMuchText(String file, int bound) {
    return new Fault(
        "PRB-A004",
        "the file holds more text than a notice may: over %,d characters".formatted(bound),
        "give the notice alone",
        Where.file(file));
  }

  static Fault tooManyPages(String file, int pages, int bound) {
    return new Fault(
        "PRB-A004",
        "the PDF has %,d pages, and %,d are the bound".formatted(pages, bound),
        "give the pages that hold the notice",
        Where.file(file));
  }

  static Fault encoding(String file, String charset, Where where) {
    return new Fault(
        "PRB-A005",
        "`" + file + "` is not written in " + charset + ", though it says or implies so",
        "save it as UTF-8, or make its `<meta charset>` true",
        where);
  }

  static Fault locked(String file) {
    return new Fault(
        "PRB-A006",
        "the PDF is locked with a password",
        "save a copy without a password and give that",
        Where.file(file));
  }

  static Fault noText(String file, String kind) {
    return new Fault(
        "PRB-A007",
        "the " + kind + " holds no text",
        kind.equals("PDF")
            ? "If it is a scan, run text recognition on it first, or give the notice as text or"
                + " HTML."
            : "give the file that holds the notice; text that a script writes is not in it",
        Where.file(file));
  }

  static Fault damaged(String file) {
    return new Fault(
        "PRB-A008",
        "the PDF is damaged or is none",
        "open it in a viewer and save it again, or give the notice as text or HTML",
        Where.file(file));
  }

  static Fault slow(String file, long seconds) {
    return new Fault(
        "PRB-A009",
        "reading the file takes longer than " + seconds + " s",
        "give the notice as text or HTML",
        Where.file(file));
  }
}
