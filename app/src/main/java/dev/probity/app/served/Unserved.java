// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.served;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.io.Serial;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why a log is not read any further; its fault repeats nothing that the server sent. */
public final class Unserved extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Fault fault;

  private Unserved(String code, String sentence, String fix, String where) {
    super(code + ": " + sentence);
    this.fault = new Fault(code, sentence, fix, Where.file(where));
  }

  public Fault fault() {
    return fault;
  }

  static Unserved unreached(URI log, Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof UnresolvedAddressException)
        return unreached(log, "there is no host `" + log.getHost() + "`");
      if (t instanceof SSLException)
        return unreached(log, "the server does not show a certificate that this Java trusts");
      if (t instanceof TimeoutException) return unreached(log, "the server did not answer in time");
    }
    return unreached(log, "the server cannot be reached, or broke off its answer");
  }

  private static Unserved unreached(URI log, String sentence) {
    return new Unserved(
        "PRB-A017",
        sentence,
        "check the address and that the server runs; what is begun can be done again",
        log.toString());
  }

  static Unserved token(URI log, String sentence) {
    return new Unserved(
        "PRB-A018",
        sentence,
        "make one with `./probity token create --controller NAME --scope audit`, and give it with"
            + " --token-file or in PROBITY_TOKEN",
        log.toString());
  }

  static Unserved noLog(URI log, String sentence) {
    return new Unserved(
        "PRB-A019",
        sentence,
        "name the address below which `checkpoint` and `tile` are, such as"
            + " https://HOST/v1/NAME/ledger",
        log.toString());
  }

  /** Where a tile should be there is none, or something of another shape. */
  public static Unserved gap(String log) {
    return new Unserved(
        "PRB-A021",
        "the log has a hole, or something in it is damaged",
        "run `./probity ledger verify` on the same address, which names it",
        log);
  }

  static Unserved answer(URI log, String sentence) {
    return new Unserved(
        "PRB-A021",
        sentence,
        "look at the server's log; if it goes on, ask whoever runs the server",
        log.toString());
  }

  /** The address is not repeated: it may hold a password. */
  static Unserved address(String sentence, String fix) {
    return new Unserved("PRB-A022", sentence, fix, "command line");
  }
}
