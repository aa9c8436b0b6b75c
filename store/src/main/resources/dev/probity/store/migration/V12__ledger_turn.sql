-- An append chooses its controller, waits for its turn and learns of the newest checkpoint in one
-- round trip. Volatile, so that the checkpoint is looked for once the lock is held and not before.
create function ledger_turn(whose text) returns text
  language plpgsql volatile
  as $$
declare
  newest text;
begin
  perform set_config('probity.controller', whose, true);
  perform pg_advisory_xact_lock(hashtextextended('probity.ledger/' || whose, 0));
  select note into newest from ledger_checkpoint order by size desc limit 1;
  return newest;
end
$$;

-- What a receipt begins with, in one round trip too; no row where nothing was ever written.
create function ledger_proven(whose text, at bigint)
  returns table (newest text, entry bytea)
  language plpgsql volatile
  as $$
begin
  perform set_config('probity.controller', whose, true);
  return query
    select note, (select bytes from ledger_entry where index = at)
      from ledger_checkpoint order by size desc limit 1;
end
$$;

-- No entry and no node is written without a checkpoint beside it, which names the tenant; to look
-- for it again with each of a thousand entries cost as much as writing them.
alter table ledger_entry drop constraint ledger_entry_controller_fkey;
alter table ledger_node drop constraint ledger_node_controller_fkey;
