// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Copies of a site as administrators make them, each a folder that lies somewhere else. */
final class Copies {
  private Copies() {}

  /** File by file; what goes away meanwhile is left out. */
  static Path of(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes its)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            Files.setPosixFilePermissions(
                to.resolve(from.relativize(folder)), Files.getPosixFilePermissions(folder));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes its) throws IOException {
            if (file.endsWith("postmaster.pid")) return FileVisitResult.CONTINUE;
            try {
              Files.copy(
                  file,
                  to.resolve(from.relativize(file)),
                  StandardCopyOption.COPY_ATTRIBUTES,
                  StandardCopyOption.REPLACE_EXISTING);
            } catch (NoSuchFileException gone) {
              return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return to;
  }

  /** A base backup of a database that runs, with the log that belongs to it. */
  static Path base(Site site, Path to) throws IOException, SQLException {
    try (Connection connection = site.superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('copy', true)");
      of(site.data(), to);
      String label = "";
      try (var stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        if (stopped.next()) label = stopped.getString(1);
      }
      Path database = to.resolve("database");
      Files.writeString(database.resolve("backup_label"), label);
      of(site.data().resolve("database/pg_wal"), database.resolve("pg_wal"));
    }
    return to;
  }

  /** A base backup that is older than all that the log brings to it. */
  static Path grown(Path base, Site site, Path to) throws IOException {
    of(base, to);
    of(site.data().resolve("database/pg_wal"), to.resolve("database/pg_wal"));
    return to;
  }

  /** Every table in the form of COPY: the database's own pg_dump is not among our programs. */
  static Path dump(Site site, Path to) throws IOException, SQLException {
    Files.createDirectories(to);
    try (Connection connection = site.superuser().getConnection()) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (String table : tables(connection))
        try (OutputStream out = Files.newOutputStream(to.resolve(table))) {
          long unused = copy.copyOut("copy " + table + " to stdout", out);
        }
    }
    return to;
  }

  /** Into a database that runs and has its tables, and nothing in them. */
  static void load(Path dump, Site into) throws IOException, SQLException {
    try (Connection connection = into.superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (String table : tables(connection)) {
        statement.execute("delete from " + table);
        try (InputStream in = Files.newInputStream(dump.resolve(table))) {
          long unused = copy.copyIn("copy " + table + " from stdin", in);
        }
      }
    }
  }

  static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select relname from pg_class where relnamespace = 'probity'::regnamespace"
                    + " and relkind in ('r', 'p') and relname <> 'flyway_schema_history'"
                    + " order by oid")) {
      while (rows.next()) tables.add(rows.getString(1));
    }
    return tables;
  }
}
