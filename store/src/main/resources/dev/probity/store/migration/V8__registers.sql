-- Registers of what is about nobody in particular: contracts, mechanisms of transfer, windows, switches.
-- Each change is a row with the whole document as it is from then on, sealed under the controller's
-- key, since signatories have names. Rows are only ever added; the newest of a document counts.

create table register_step (
  controller text not null references tenant,
  step bigint not null check (step > 0),
  at timestamptz not null,
  sealed bytea not null,
  primary key (controller, step)
);
call keep_apart('register_step');

grant select, insert on register_step to "${application}";
