// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.witness;

import dev.probity.ledger.note.NoteSignature;

/** What a witness says to an offer, with the status that C2SP tlog-witness gives it. */
public sealed interface Answer {
  int status();

  record Cosigned(NoteSignature signature) implements Answer {
    @Override
    public int status() {
      return 200;
    }
  }

  /** No offer, or one from a size that is larger than its own. */
  record Malformed() implements Answer {
    @Override
    public int status() {
      return 400;
    }
  }

  /** The log's key did not sign it. */
  record Unsigned() implements Answer {
    @Override
    public int status() {
      return 403;
    }
  }

  /** The witness does not know this log. */
  record UnknownLog() implements Answer {
    @Override
    public int status() {
      return 404;
    }
  }

  /**
   * Not from where the witness last signed, or another root for that very size.
   *
   * @param size that it last signed; 0 for none
   */
  record Conflict(long size) implements Answer {
    @Override
    public int status() {
      return 409;
    }
  }

  /** The log did not only grow, as far as this proof shows. */
  record Inconsistent() implements Answer {
    @Override
    public int status() {
      return 422;
    }
  }

  /** It cannot read or write what it signed last, and so signs nothing. */
  record Forgetful() implements Answer {
    @Override
    public int status() {
      return 500;
    }
  }
}
