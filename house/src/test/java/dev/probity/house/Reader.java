// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who works through a guide at a server that was just started: types what it says into one shell,
 * with the ids that came in place of those that are printed there.
 */
final class Reader implements AutoCloseable {
  private static final String END = "--end of what was printed--";

  /** In seconds, for a whole guide. */
  private static final long LONGEST = 180;

  /** What is another each time: ids, instants, days, digests of packs, hashes, links. */
  private static final Pattern CHANGES =
      Pattern.compile(
          "(?<id>sub_[0-9a-f]{32}|mail_[0-9a-f]{16}|(?<=/unsubscribe/\\w{1,20}/)[\\w-]{43})"
              + "|(?<instant>\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z)"
              + "|(?<!@)(?<day>20\\d\\d-\\d\\d-\\d\\d)"
              + "|(?<digest>#[0-9a-f]{32})"
              + "|(?<hash>[A-Za-z0-9+/]{43}=)"
              + "|(?<address>127\\.0\\.0\\.1:\\d+)"
              + "|(?<cut>\\.\\.+)");

  private final Map<String, String> came = new HashMap<>();
  private final Path data;
  private final Process shell;
  private final BufferedReader out;

  Reader(Path folder, Path launcher, Installed.Up up, String token) throws IOException {
    this.data = folder.resolve("a blank/data");
    ProcessBuilder builder =
        new ProcessBuilder("bash").redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.directory(folder.toFile());
    builder.environment().put("TOKEN", token);
    builder.environment().put("PROBITY_DATA", data.toString());
    builder.environment().put("PROBITY_BUILD", "never");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    shell = builder.start();
    // Why: a command that waits for ever would hold the build, and no reading can be interrupted.
    CompletableFuture.delayedExecutor(LONGEST, TimeUnit.SECONDS).execute(this::end);
    out = shell.inputReader(StandardCharsets.UTF_8);
    // Why not the repository's own: that waits for the build that this test is part of.
    came.put("./probity", "'" + launcher + "'");
    came.put("127.0.0.1:8080", up.url().replace("http://", ""));
  }

  /** What a line of the guide prints, without its blank lines. */
  List<String> types(String line) throws IOException {
    String typed = line;
    for (Map.Entry<String, String> one : came.entrySet())
      typed = typed.replace(one.getKey(), one.getValue());
    OutputStream in = shell.getOutputStream();
    // Why without input: a program that reads some would read what is typed next.
    String all = "{ " + typed + "\n} < /dev/null\necho; echo '" + END + "'\n";
    in.write(all.getBytes(StandardCharsets.UTF_8));
    in.flush();
    List<String> printed = new ArrayList<>();
    for (String read = out.readLine(); !END.equals(read); read = out.readLine()) {
      if (read == null) throw new AssertionError("the shell ended at " + line);
      if (!read.isBlank()) printed.add(read.strip());
    }
    return printed;
  }

  /** As somebody does who has the database's own superuser. */
  int alters(String sql) throws IOException, SQLException {
    String port = Files.readAllLines(data.resolve("database/postmaster.pid")).get(3);
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/probity",
                "postgres",
                Files.readAllLines(data.resolve("credentials")).getFirst());
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** Whether this is what is shown, but for what is another each time; remembers which that was. */
  boolean recognises(String shown, String printed) {
    StringBuilder same = new StringBuilder();
    List<String> ids = new ArrayList<>();
    Matcher changing = CHANGES.matcher(shown);
    int at = 0;
    while (changing.find()) {
      same.append(Pattern.quote(shown.substring(at, changing.start())));
      if (changing.group("id") != null) {
        same.append("([\\w-]{").append(changing.group().length()).append("})");
        ids.add(changing.group());
      } else if (changing.group("instant") != null) same.append("[0-9-]{10}T[0-9:.]+Z");
      else if (changing.group("day") != null) same.append("20\\d\\d-\\d\\d-\\d\\d");
      else if (changing.group("digest") != null) same.append("#[0-9a-f]{32}");
      else if (changing.group("hash") != null) same.append("[A-Za-z0-9+/]{43}=");
      else if (changing.group("address") != null) same.append("127\\.0\\.0\\.1:\\d+");
      else same.append(".+?");
      at = changing.end();
    }
    same.append(Pattern.quote(shown.substring(at)));
    Matcher matcher = Pattern.compile(same.toString(), Pattern.DOTALL).matcher(printed);
    if (!matcher.matches()) return false;
    for (int id = 0; id < ids.size(); id++) {
      String was = came.putIfAbsent(ids.get(id), matcher.group(id + 1));
      if (was != null && !was.equals(matcher.group(id + 1))) return false;
    }
    return true;
  }

  private void end() {
    shell.descendants().forEach(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
  }

  @Override
  public void close() throws InterruptedException {
    end();
    shell.waitFor();
  }
}
