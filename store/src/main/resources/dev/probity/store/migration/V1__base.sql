-- Tenants are controllers; nothing crosses. Every table of this schema has a column `controller`
-- and is handed to keep_apart; the server checks that at each start.

create function current_controller() returns text
  language sql stable
  return nullif(current_setting('probity.controller', true), '');

-- Row-level security that holds for the owner too: rows of one controller only, chosen anew in
-- each transaction; where none is chosen there are no rows.
create procedure keep_apart(kept regclass)
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', kept);
  execute format('alter table %s force row level security', kept);
  execute format(
    'create policy own_rows on %s using (controller = current_controller()) with check (controller = current_controller())',
    kept);
end
$$;

create table tenant (
  controller text primary key check (controller ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  created_at timestamptz not null
);
call keep_apart('tenant');

-- Of a token only its hash is kept; its 256 random bits make a slow hash needless.
create table token (
  controller text not null references tenant,
  hash bytea not null check (octet_length(hash) = 32),
  name text not null check (length(name) between 1 and 80),
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (controller, hash)
);
call keep_apart('token');

grant usage on schema "${schema}" to "${application}";
grant select, insert on tenant to "${application}";
grant select, insert on token to "${application}";
grant update (revoked_at) on token to "${application}";
