-- What an open form said of somebody, whom it may not have come from. It stands beside what she gave
-- herself and before nothing; the mark is sealed with the value and cannot be changed alone.
alter table datum add column claimed boolean not null default false;
