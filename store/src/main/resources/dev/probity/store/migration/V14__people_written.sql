-- What many callers wrote about their people goes in one round trip, and so does what many ask: to
-- begin a statement costs the database more than to look at one more row of it.
--
-- One element of each of the first arrays is one person; `name_of`, `instead_of` and `value_of` say
-- whose a name, an element or a value is, counted from 1. No two elements are of one person or share
-- a name, and the caller holds the log, so nobody else names anybody in between. Looks first whether
-- each is as she was when it was made ready; false, and nothing is written of her, if not.
-- Why no sequential scan, and each key looked for twice: the plan is kept, and may be made while there
-- are few people; so it can only be one that begins with the keys.
create function people_written(
    people bytea[], newcomers boolean[], handles bytea[], since timestamptz[],
    moments timestamptz[], keep_out boolean[], devices bytea[], sheets bytea[],
    name_of int[], names bytea[], instead_of int[], instead text[],
    value_of int[], parts bytea[], elements text[], sources text[], points text[], packs text[],
    given timestamptz[], dark bytea[], claims boolean[])
  returns boolean[]
  language plpgsql volatile
  set enable_seqscan = off
  as $$
declare
  mine text := current_controller();
  other bigint[];
  done bigint[];
begin
  other := array(
    select n.of
      from unnest(name_of, names) n (of, blind)
      join subject_identifier i on i.blind = n.blind
     where i.blind = any (names) and (newcomers[n.of] or i.subject <> people[n.of]));
  with changed as (
      update subject s set changed_at = moments[p.n], kept_out = coalesce(keep_out[p.n], s.kept_out)
        from unnest(people) with ordinality p (who, n)
       where s.subject = any (people) and s.subject = p.who and not newcomers[p.n]
         and s.changed_at = since[p.n] and p.n <> all (other)
      returning p.n),
    made as (
      insert into subject as s (controller, subject, handle, created_at, changed_at, kept_out)
        select mine, p.who, handles[p.n], moments[p.n], moments[p.n], coalesce(keep_out[p.n], false)
          from unnest(people) with ordinality p (who, n)
         where newcomers[p.n] and p.n <> all (other)
      returning s.subject)
    select array(select n from changed)
        || array(select array_position(people, subject)::bigint from made)
      into done;
  if cardinality(names) > 0 then
    insert into subject_identifier (controller, blind, subject)
      select mine, n.blind, people[n.of]
        from unnest(name_of, names) n (of, blind) where n.of = any (done)
      on conflict do nothing;
  end if;
  insert into held as h (controller, subject, device, sealed, sealed_at)
    select mine, people[p.n], devices[p.n], p.sheet, moments[p.n]
      from unnest(sheets) with ordinality p (sheet, n)
     where p.sheet is not null and p.n = any (done)
    on conflict (controller, subject, device)
    do update set sealed = excluded.sealed, sealed_at = excluded.sealed_at;
  if cardinality(instead) > 0 then
    delete from datum d
      using unnest(instead_of, instead) i (of, element)
      where d.subject = any (people) and d.subject = people[i.of] and d.element = i.element
        and i.of = any (done);
  end if;
  insert into datum
      (controller, subject, part, element, source, point, pack, given_at, sealed, claimed)
    select mine, people[v.of], v.part, v.element, v.source, v.point, v.pack, v.at, v.sealed, v.claim
      from unnest(value_of, parts, elements, sources, points, packs, given, dark, claims)
        v (of, part, element, source, point, pack, at, sealed, claim)
     where v.of = any (done);
  return array(select n = any (done) from generate_subscripts(people, 1) n order by n);
end
$$;

drop function person_written;

-- Whom numbers or identifiers stand for, with the sheet of the device that is named; `of` says whose
-- question a row answers, counted from 1.
create function people_seen(
    whose text, wanted bytea[], on_device bytea[], name_of int[], names bytea[])
  returns table (
    of int, who bytea, handle bytea, created_at timestamptz, changed_at timestamptz,
    kept_out boolean, sealed bytea, sealed_at timestamptz)
  language plpgsql volatile
  set enable_seqscan = off
  as $$
#variable_conflict use_column
begin
  perform set_config('probity.controller', whose, true);
  return query
    select a.n, s.subject, s.handle, s.created_at, s.changed_at, s.kept_out, h.sealed, h.sealed_at
      from (
        select p.n::int, p.who from unnest(wanted) with ordinality p (who, n)
         where octet_length(p.who) > 0
        union
        select b.of, i.subject
          from unnest(name_of, names) b (of, blind)
          join subject_identifier i on i.blind = b.blind
         where i.blind = any (names)) a (n, who)
      cross join lateral (
        select * from subject s where s.subject = a.who offset 0) s
      left join lateral (
        select * from held h where h.subject = a.who and h.device = on_device[a.n] offset 0) h
        on true;
end
$$;

drop function person_seen;
