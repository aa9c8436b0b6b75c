-- What is held of people. A row names nobody: `subject`, `blind` and `device` are HMACs under a key
-- outside the database, and what they say is sealed under the person's own key, also outside.

create table subject (
  controller text not null references tenant,
  subject bytea not null check (octet_length(subject) = 32),
  handle bytea not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (controller, subject)
);
call keep_apart('subject');

create table subject_identifier (
  controller text not null,
  blind bytea not null check (octet_length(blind) = 32),
  subject bytea not null,
  primary key (controller, blind),
  foreign key (controller, subject) references subject on delete cascade
);
call keep_apart('subject_identifier');

-- One sealed sheet for the person, with an empty device, and one for each of her devices.
create table held (
  controller text not null,
  subject bytea not null,
  device bytea not null check (octet_length(device) in (0, 32)),
  sealed bytea not null,
  sealed_at timestamptz not null,
  primary key (controller, subject, device),
  foreign key (controller, subject) references subject on delete cascade
);
call keep_apart('held');

grant select, insert on subject, subject_identifier, held to "${application}";
grant update (changed_at) on subject to "${application}";
grant update (sealed, sealed_at) on held to "${application}";
