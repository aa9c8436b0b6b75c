-- The log of each controller. Rows are only ever added: the application's role may neither change
-- nor remove one, and the server checks that at each start.

-- The hash stands beside the entry, so that an entry changed without its hash is known by its index.
create table ledger_entry (
  controller text not null references tenant,
  index bigint not null check (index >= 0),
  bytes bytea not null check (octet_length(bytes) <= 65535),
  leaf bytea not null check (octet_length(leaf) = 32),
  primary key (controller, index)
);
call keep_apart('ledger_entry');

-- The roots of full tiles: level 1 over 256 leaves, each level above over 256 of the one below.
create table ledger_node (
  controller text not null references tenant,
  level smallint not null check (level between 1 and 7),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (controller, level, index)
);
call keep_apart('ledger_node');

-- One root for each size, whoever signs.
create table ledger_checkpoint (
  controller text not null references tenant,
  size bigint not null check (size > 0),
  note text not null,
  primary key (controller, size)
);
call keep_apart('ledger_checkpoint');

grant select, insert on ledger_entry, ledger_node, ledger_checkpoint to "${application}";
