-- What a caller asked for once and may ask for again: keyed hashes of its key and of its body, and
-- the entry that came of it. Written with that entry or not at all.
create table once (
  controller text not null references tenant,
  key bytea not null check (octet_length(key) = 32),
  body bytea not null check (octet_length(body) = 32),
  index bigint not null,
  primary key (controller, key)
);
call keep_apart('once');

grant select, insert on once to "${application}";
