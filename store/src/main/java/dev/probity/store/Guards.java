// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a database must hold to before a server serves from it, asked of the database itself, as the
 * application's role. Stateless.
 */
final class Guards {
  private static final RowMapper<String> NAMES = (row, number) -> row.getString(1);

  private static final String LOSES =
      """
      select name from pg_settings
       where name in ('fsync', 'full_page_writes') and setting <> 'on'
          or name = 'synchronous_commit' and setting not in ('on', 'remote_apply')
       order by name
      """;

  private static final String MIGHTY =
      """
      select (select rolsuper or rolbypassrls or rolcreaterole
                from pg_roles where rolname = current_user)
          or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                      where n.nspname = ? and pg_has_role(current_user, c.relowner, 'MEMBER'))
          or exists (select from pg_namespace
                      where nspname = ? and pg_has_role(current_user, nspowner, 'MEMBER'))
      """;

  private static final String OPEN =
      """
      select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = ? and relkind in ('r', 'p') and relname <> 'flyway_schema_history'
         and not (relrowsecurity and relforcerowsecurity)
       order by relname
      """;

  private static final String CHANGES =
      """
      select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = ? and relkind in ('r', 'p') and relname like 'ledger\\_%'
         and (has_any_column_privilege(c.oid, 'UPDATE')
           or has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE'))
       order by relname
      """;

  private Guards() {}

  static Optional<Fault> objection(DataSource application, Target.External at) {
    JdbcClient client = JdbcClient.create(application);
    List<String> losing = client.sql(LOSES).query(NAMES).list();
    if (!losing.isEmpty())
      return fault(
          at,
          "PRB-S011",
          "the database may lose what it acknowledged: " + String.join(", ", losing) + " is off",
          "set fsync, full_page_writes and synchronous_commit to on");
    if (client.sql(MIGHTY).params(Store.SCHEMA, Store.SCHEMA).query(Boolean.class).single())
      return fault(
          at,
          "PRB-S012",
          "the role `" + at.application().role() + "` may do more than an application should",
          "give PROBITY_DATABASE_USER a role that is no superuser, bypasses no row security and is"
              + " not in the owner's role");
    List<String> open = client.sql(OPEN).param(Store.SCHEMA).query(NAMES).list();
    if (!open.isEmpty())
      return fault(
          at,
          "PRB-S013",
          "tables without forced row-level security: " + String.join(", ", open),
          "remove them from the schema, or call keep_apart for them in a migration");
    List<String> changeable = client.sql(CHANGES).param(Store.SCHEMA).query(NAMES).list();
    if (!changeable.isEmpty())
      return fault(
          at,
          "PRB-S014",
          "the role `"
              + at.application().role()
              + "` may change or remove what a log holds: "
              + String.join(", ", changeable),
          "revoke update, delete and truncate on these tables from the role");
    return Optional.empty();
  }

  private static Optional<Fault> fault(
      Target.External at, String code, String sentence, String fix) {
    return Optional.of(new Fault(code, sentence, fix, Where.file(at.url())));
  }
}
