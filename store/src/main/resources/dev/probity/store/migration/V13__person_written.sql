-- What is written about a person goes in one round trip: the log is held for all writers meanwhile.
-- First whether she is as she was when it was made ready; false, and nothing is written, if not.
-- The caller holds the log, so nobody else names anybody in between.
create function person_written(
    who bytea, fresh boolean, dark_handle bytea, since timestamptz, moment timestamptz,
    named bytea[], keep_out boolean, on_device bytea, dark_sheet bytea, instead text[],
    parts bytea[], elements text[], sources text[], points text[], packs text[],
    given timestamptz[], dark bytea[], claims boolean[])
  returns boolean
  language plpgsql volatile
  as $$
declare
  mine text := current_controller();
begin
  if exists (
    select from subject_identifier i
     where i.blind = any(named) and (fresh or i.subject <> who)) then
    return false;
  end if;
  if fresh then
    insert into subject (controller, subject, handle, created_at, changed_at)
      values (mine, who, dark_handle, moment, moment);
  else
    update subject s set changed_at = moment where s.subject = who and s.changed_at = since;
    if not found then
      return false;
    end if;
  end if;
  if keep_out is not null then
    update subject s set kept_out = keep_out where s.subject = who;
  end if;
  if cardinality(named) > 0 then
    insert into subject_identifier (controller, blind, subject)
      select mine, n, who from unnest(named) n on conflict do nothing;
  end if;
  if dark_sheet is not null then
    insert into held as h (controller, subject, device, sealed, sealed_at)
      values (mine, who, on_device, dark_sheet, moment)
      on conflict (controller, subject, device)
      do update set sealed = excluded.sealed, sealed_at = excluded.sealed_at;
  end if;
  if cardinality(instead) > 0 then
    delete from datum d where d.subject = who and d.element = any(instead);
  end if;
  if cardinality(parts) > 0 then
    insert into datum
        (controller, subject, part, element, source, point, pack, given_at, sealed, claimed)
      select mine, who, v.*
        from unnest(parts, elements, sources, points, packs, given, dark, claims) v;
  end if;
  return true;
end
$$;

-- Each of these chooses the controller and reads, so that a question needs no transaction around
-- it: one round trip where there were four.

-- Whom a number or any of these identifiers stands for, with the sheet of the device that is named.
-- Her sheet is looked up by itself: no plan may walk through everybody's.
create function person_seen(whose text, wanted bytea, named bytea[], on_device bytea)
  returns table (
    who bytea, handle bytea, created_at timestamptz, changed_at timestamptz, kept_out boolean,
    sealed bytea, sealed_at timestamptz)
  language plpgsql volatile
  as $$
#variable_conflict use_column
declare
  people bytea[];
begin
  perform set_config('probity.controller', whose, true);
  people := array(select distinct i.subject from subject_identifier i where i.blind = any(named));
  for who, handle, created_at, changed_at, kept_out in
    select s.subject, s.handle, s.created_at, s.changed_at, s.kept_out
      from subject s where s.subject = any(people || wanted)
  loop
    select h.sealed, h.sealed_at into sealed, sealed_at
      from held h where h.subject = who and h.device = on_device;
    return next;
  end loop;
end
$$;

-- The sheets of many people; one statement, so that sheets and moments are of one snapshot.
create function people_held(whose text, wanted bytea[])
  returns table (
    who bytea, changed_at timestamptz, device bytea, sealed bytea, sealed_at timestamptz,
    handle bytea, created_at timestamptz, kept_out boolean)
  language plpgsql volatile
  as $$
begin
  perform set_config('probity.controller', whose, true);
  return query
    select s.subject, s.changed_at, h.device, h.sealed, h.sealed_at, s.handle, s.created_at,
           s.kept_out
      from subject s
      left join held h on h.controller = s.controller and h.subject = s.subject
     where s.subject = any(wanted);
end
$$;

create function registers_since(whose text, known bigint)
  returns table (step bigint, at timestamptz, sealed bytea)
  language plpgsql volatile
  as $$
begin
  perform set_config('probity.controller', whose, true);
  return query
    select r.step, r.at, r.sealed from register_step r where r.step > known order by r.step;
end
$$;
