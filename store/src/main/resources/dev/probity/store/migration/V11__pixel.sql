-- What a pixel in a mail leads to, by a keyed hash of its token: the mail, and whose it is. It is gone
-- once that mail was opened, so that it tells of one opening and no more.
create table pixel (
  controller text not null references tenant,
  hash bytea not null check (octet_length(hash) = 32),
  subject bytea not null,
  mail bigint not null,
  primary key (controller, hash),
  foreign key (controller, mail) references mail on delete cascade,
  foreign key (controller, subject) references subject on delete cascade
);
call keep_apart('pixel');
create index pixel_of on pixel (controller, subject);
create index pixel_in on pixel (controller, mail);

grant select, insert, delete on pixel to "${application}";
