-- What people gave or what was observed of them, one value a row, each sealed by itself under the
-- person's own key. What stands here in clear says of a pseudonym which kinds of things are held,
-- so that times to keep can be counted; it is bound to the sealed value and cannot be changed alone.

create table datum (
  controller text not null,
  subject bytea not null,
  part bytea not null check (octet_length(part) = 16),
  element text not null check (element ~ '^[a-z0-9.-]{1,80}$'),
  source text not null,
  point text not null,
  pack text not null,
  given_at timestamptz not null,
  sealed bytea not null,
  primary key (controller, subject, part, element),
  foreign key (controller, subject) references subject on delete cascade
);
call keep_apart('datum');

grant select, insert, delete on datum to "${application}";
