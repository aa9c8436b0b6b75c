-- Mail on its way out. What it says, and the way out that it names, is sealed under the person's own
-- key and taken away once it has left; what stands in clear says of a pseudonym what for somebody
-- wrote to her, and how far that is. `fence` counts those who took it to send: only the last may go on.
create table mail (
  controller text not null references tenant,
  mail bigint not null check (mail > 0),
  subject bytea not null,
  purpose text not null,
  sealed bytea,
  sealed_at timestamptz not null,
  state text not null check (state in ('queued', 'leaving', 'sent', 'held-back', 'given-up')),
  due_at timestamptz not null,
  tries int not null default 0,
  fence bigint not null default 0,
  primary key (controller, mail),
  foreign key (controller, subject) references subject on delete cascade,
  check ((sealed is not null) = (state in ('queued', 'leaving')))
);
call keep_apart('mail');
create index mail_due on mail (controller, due_at) where sealed is not null;
create index mail_of on mail (controller, subject) where sealed is not null;

-- What the link in a mail leads to, by a keyed hash of its token. It works as long as the person is
-- held: a law asks for thirty days at least.
create table way_out (
  controller text not null references tenant,
  hash bytea not null check (octet_length(hash) = 32),
  subject bytea not null,
  purpose text not null,
  language text not null check (language ~ '^[a-z]{2}$'),
  primary key (controller, hash),
  foreign key (controller, subject) references subject on delete cascade
);
call keep_apart('way_out');

grant select, insert on mail, way_out to "${application}";
grant update (sealed, state, due_at, tries, fence) on mail to "${application}";
