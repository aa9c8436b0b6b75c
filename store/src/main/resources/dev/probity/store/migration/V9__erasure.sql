-- Who is gone. Her rows go in the transaction that says that she is to be erased, so that from then
-- on every door meets nobody; what is left to do is found here, by any server.

create table erasure (
  controller text not null references tenant,
  subject bytea not null check (octet_length(subject) = 32),
  pack text not null,
  event text not null,
  begun_at timestamptz not null,
  intent bigint not null,
  receipt bigint,
  dark date,
  -- The first day on which no cited duty needs the key that links entries to her; then it goes, and
  -- this row with it.
  linked_until date not null,
  primary key (controller, subject),
  check ((receipt is null) = (dark is null))
);
call keep_apart('erasure');
create index erasure_open on erasure (controller) where receipt is null;

-- Keeps out whom an identifier named: an HMAC of its hash under a key of its own, and what she had
-- refused, in words of the pack, for the day she comes back.
create table suppression (
  controller text not null references tenant,
  blind bytea not null check (octet_length(blind) = 32),
  since date not null,
  refused bytea not null,
  primary key (controller, blind)
);
call keep_apart('suppression');

-- Whether only she herself may have anything held of her, since she was erased before.
alter table subject add column kept_out boolean not null default false;

-- A deleted person takes with her what every table holds of her.
grant delete on subject to "${application}";
grant update (kept_out) on subject to "${application}";
grant select, insert, delete on erasure to "${application}";
grant update (receipt, dark) on erasure to "${application}";
grant select, insert on suppression to "${application}";
grant update (since, refused) on suppression to "${application}";
