// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a pack's folder by path within it ({@code clauses.yaml}, {@code
 * scenarios/use.yaml}). Immutable.
 */
public record PackFiles(String folder, Map<String, String> texts) {
  private static final int DEEPEST = 5;
  private static final int LARGEST = 8_000_000;
  private static final int MOST = 2_000;

  public PackFiles {
    texts = new TreeMap<>(texts);
  }

  private static final String TRACE = "trace(\\.[a-z]{2})?\\.yaml";

  /** Where the texts of the statutes beside the folder stand among its own. */
  private static final String STATUTES = "../statutes/";

  /** Reads every YAML file below the folder; lint examples and notices are not part of a pack. */
  public static PackFiles read(Path folder, List<Fault> faults) {
    Map<String, String> texts = new TreeMap<>();
    String name = folder.toString();
    if (!Files.isDirectory(folder)) {
      faults.add(
          new Fault(
              "PRB-N001",
              "there is no pack folder `" + name + "`",
              "name a folder that holds pack.yaml",
              Where.file(name)));
      return new PackFiles(name, texts);
    }
    read(folder, name, "", texts, faults);
    Path statutes = statutes(folder.toAbsolutePath().normalize());
    boolean laid = texts.values().stream().anyMatch(t -> t.contains("overlays:"));
    if (laid && Files.isDirectory(statutes))
      read(statutes, statutes(name), STATUTES, texts, faults);
    return new PackFiles(name, texts);
  }

  private static void read(
      Path folder, String name, String prefix, Map<String, String> texts, List<Fault> faults) {
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      List<Path> yaml =
          files
              .filter(f -> f.toString().endsWith(".yaml") && Files.isRegularFile(f))
              .filter(f -> !folder.relativize(f).startsWith("lint"))
              .limit(MOST)
              .sorted()
              .collect(Collectors.toList());
      for (Path file : yaml) {
        String relative = folder.relativize(file).toString().replace('\\', '/');
        text(file, name + "/" + relative, faults).ifPresent(t -> texts.put(prefix + relative, t));
      }
    } catch (IOException e) {
      faults.add(
          new Fault(
              "PRB-N001",
              "the folder `" + name + "` cannot be read",
              "check that it exists and that you may read it",
              Where.file(name)));
    }
  }

  /** Beside the pack; of an earlier version, beside the pack it is a version of. */
  private static Path statutes(Path folder) {
    @Nullable Path above = folder.getParent();
    @Nullable Path pack = above != null && above.endsWith("versions") ? above.getParent() : folder;
    return (pack == null ? folder : pack).resolveSibling("statutes");
  }

  private static String statutes(String folder) {
    return beside(folder.replaceFirst("/versions/[^/]+/?$", ""), "statutes");
  }

  /** The name of a folder beside another, as a person would write it. */
  private static String beside(String folder, String sibling) {
    String name = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    if (name.isEmpty() || name.equals(".") || name.endsWith("..")) return folder + "/../" + sibling;
    return name.substring(0, name.lastIndexOf('/') + 1) + sibling;
  }

  private static java.util.Optional<String> text(Path file, String name, List<Fault> faults)
      throws IOException {
    if (Files.size(file) > LARGEST) {
      faults.add(
          new Fault(
              "PRB-N005",
              "this file is larger than " + LARGEST / 1_000_000 + " MB",
              "split the pack over several files",
              Where.file(name)));
      return java.util.Optional.empty();
    }
    try {
      return java.util.Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString());
    } catch (CharacterCodingException e) {
      faults.add(
          new Fault(
              "PRB-N007", "this file is not UTF-8 text", "save it as UTF-8", Where.file(name)));
      return java.util.Optional.empty();
    }
  }

  /** Without scenarios, which decide nothing and are half of most packs. */
  public PackFiles withoutScenarios() {
    Map<String, String> rules = new TreeMap<>(texts);
    rules.keySet().removeIf(path -> ("/" + path).contains("/scenarios/"));
    return new PackFiles(folder, rules);
  }

  /** The files of a folder within, seen as a pack of their own. */
  PackFiles within(String prefix) {
    Map<String, String> inner = new TreeMap<>();
    texts.forEach(
        (path, text) -> {
          if (path.startsWith(prefix + "/")) inner.put(path.substring(prefix.length() + 1), text);
        });
    return new PackFiles(folder + "/" + prefix, inner);
  }

  /** The files of a statute beside the folder. */
  PackFiles statute(String id) {
    return new PackFiles(statutes(folder) + "/" + id, within(STATUTES + id).texts());
  }

  /** The files of an earlier version, with the statutes that may lie over it too. */
  PackFiles version(String id) {
    PackFiles version = within("versions/" + id);
    Map<String, String> all = new TreeMap<>(version.texts);
    texts.forEach(
        (path, text) -> {
          if (path.startsWith(STATUTES)) all.put(path, text);
        });
    return new PackFiles(version.folder, all);
  }

  /** Names of the folders directly within a folder. */
  List<String> foldersIn(String prefix) {
    return texts.keySet().stream()
        .filter(p -> p.startsWith(prefix + "/") && p.indexOf('/', prefix.length() + 1) > 0)
        .map(p -> p.substring(prefix.length() + 1, p.indexOf('/', prefix.length() + 1)))
        .distinct()
        .toList();
  }

  /** Files directly in the folder that hold sections. */
  List<String> sectionFiles() {
    return texts.keySet().stream().filter(p -> !p.contains("/") && !p.matches(TRACE)).toList();
  }

  /** One a language. */
  List<String> traceFiles() {
    return texts.keySet().stream().filter(p -> p.matches(TRACE)).toList();
  }

  List<String> scenarioFiles() {
    return texts.keySet().stream().filter(p -> p.startsWith("scenarios/")).toList();
  }

  String text(String file) {
    return texts.getOrDefault(file, "");
  }

  String path(String file) {
    return folder + "/" + file;
  }
}
