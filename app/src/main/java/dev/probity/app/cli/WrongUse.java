// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Terminal;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words that no command understands, as fault PRB-A001 with what was probably meant. */
record WrongUse(Terminal terminal) implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    terminal.faults(List.of(fault(wrong)));
    return Exit.WRONG_USE;
  }

  private static Fault fault(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String help = "`./" + name + (command.getParent() == null ? " help`" : " --help`");
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().getFirst(), command, help);
    }
    if (wrong instanceof MissingParameterException missing) {
      return fault(
          "`" + name + "` needs " + missing(missing), "write it; see the example in " + help);
    }
    return fault("`" + name + "`: " + sentence(wrong), "see " + help);
  }

  private static Fault unmatched(String word, CommandLine command, String help) {
    boolean chooses = !command.getSubcommands().isEmpty();
    if (word.startsWith("-") && word.length() > 1) {
      return fault(
          "there is no option `" + word + "` here",
          nearest(word, command.getCommandSpec().optionsMap().keySet(), help));
    }
    if (chooses) {
      return fault(
          "there is no command `" + word + "`",
          nearest(word, command.getSubcommands().keySet(), help));
    }
    return fault("there is one word too many: `" + word + "`", "leave it out, or see " + help);
  }

  private static String nearest(String word, Set<String> known, String help) {
    return Nearest.of(word, new TreeSet<>(known))
        .map(near -> "did you mean `" + near + "`?")
        .orElse("see " + help);
  }

  private static String missing(MissingParameterException missing) {
    List<String> labels =
        missing.getMissing().stream()
            .map(arg -> arg.isOption() ? "an option `" + option(arg) + "`" : arg.paramLabel())
            .toList();
    return labels.isEmpty() ? "another word" : String.join(" and ", labels);
  }

  private static String option(ArgSpec arg) {
    return ((CommandLine.Model.OptionSpec) arg).longestName();
  }

  /** The library's own words, without its full stops and pattern signs. */
  private static String sentence(ParameterException wrong) {
    String text = String.valueOf(wrong.getMessage()).replaceAll("\\s+", " ").strip();
    return text.isEmpty()
        ? "wrong words"
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static Fault fault(String sentence, String fix) {
    return new Fault("PRB-A001", sentence, fix, Where.file("command line"));
  }
}
