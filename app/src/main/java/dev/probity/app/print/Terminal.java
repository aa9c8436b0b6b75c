// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.print;

import dev.probity.kernel.fault.Fault;
import java.io.PrintStream;
import java.util.Collection;

/**
 * Where a command writes: results to {@code out}, faults and progress to {@code err}. One thread.
 *
 * @param colour whether results may be coloured
 * @param errColour whether faults may be
 * @param live whether somebody watches {@code err}, so that a progress bar helps
 * @param width columns of the terminal
 */
public record Terminal(
    PrintStream out, PrintStream err, boolean colour, boolean errColour, boolean live, int width) {

  public void line(String text) {
    out.println(text);
  }

  public void line() {
    out.println();
  }

  /** The text in a colour, where results may be coloured. */
  public String tint(Tint tint, String text) {
    return tint(colour, tint, text);
  }

  /** All faults, by place, as a command's result. */
  public void findings(Collection<Fault> faults) {
    faults.stream().sorted().distinct().forEach(f -> out.println(text(f, colour)));
  }

  /** All faults, by place, as the reason why there is no result. */
  public void faults(Collection<Fault> faults) {
    faults.stream().sorted().distinct().forEach(f -> err.println(text(f, errColour)));
  }

  private static String text(Fault fault, boolean colour) {
    return tint(colour, Tint.STRONG, fault.where().toString())
        + "  "
        + tint(colour, Tint.BAD, fault.code())
        + "  "
        + fault.sentence()
        + "\n   "
        + tint(colour, Tint.DIM, "fix:")
        + " "
        + fault.fix();
  }

  private static String tint(boolean colour, Tint tint, String text) {
    return colour && !text.isEmpty() ? tint.on() + text + Tint.off() : text;
  }

  public void flush() {
    out.flush();
    err.flush();
  }
}
