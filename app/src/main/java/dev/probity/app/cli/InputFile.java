// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Node;
import dev.probity.notice.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files that a person hands to a command; {@code -} is the standard input. */
final class InputFile {
  private static final int MOST = 1_000_000;

  private InputFile() {}

  /** What the file holds; nothing, and the reason among the faults, where it cannot be read. */
  static Optional<Node> read(String name, InputStream in, List<Fault> faults) {
    String shown = name.equals("-") ? "standard input" : name;
    return text(name, in, faults).flatMap(text -> YamlReader.read(shown, text, faults));
  }

  /** The text as it is; nothing, and the reason among the faults, where it cannot be read. */
  static Optional<String> text(String name, InputStream in, List<Fault> faults) {
    boolean standard = name.equals("-");
    String shown = standard ? "standard input" : name;
    try (InputStream bytes = standard ? in : Files.newInputStream(Path.of(name))) {
      byte[] read = bytes.readNBytes(MOST + 1);
      if (read.length <= MOST) return Optional.of(decoded(read));
      faults.add(
          fault("PRB-A004", "the input is larger than 1 MB", "ask one question a file", shown));
    } catch (CharacterCodingException e) {
      faults.add(fault("PRB-A005", "the input is not UTF-8 text", "save it as UTF-8", shown));
    } catch (IOException e) {
      boolean there = Files.exists(Path.of(name));
      faults.add(
          there
              ? fault(
                  "PRB-A003", "`" + shown + "` cannot be read", "name a file you may read", shown)
              : fault("PRB-A002", "there is no file `" + shown + "`", "check the path", shown));
    }
    return Optional.empty();
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Fault fault(String code, String sentence, String fix, String file) {
    return new Fault(code, sentence, fix, Where.file(file));
  }
}
