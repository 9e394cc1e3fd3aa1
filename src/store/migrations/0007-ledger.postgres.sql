-- Corrections by analysts; the checkpoints up to which a situation's revisions were made, so that they can be made
-- again and compared; and the ledger, a chain of hashes over all that is appended: a row changed, taken away or
-- slipped in past Sitrep breaks it. All append-only (0002-append-only).

create table correction (
  seq SEQUENCE,
  situation text not null references situation (id),
  id text not null unique,
  body text not null
);

create index correction_order on correction (situation, seq);

create table checkpoint (
  seq SEQUENCE,
  situation text not null references situation (id),
  body text not null
);

create index checkpoint_order on checkpoint (situation, seq);

create table ledger (
  seq SEQUENCE,
  -- Of each row appended in one transaction a line: its table, its seq there, SHA-256 of its columns.
  items text not null,
  -- SHA-256 of the hash before and of items.
  hash text not null
);

create trigger correction_never_changed before update or delete on correction
  for each row execute function append_only();
create trigger correction_never_emptied before truncate on correction
  for each statement execute function append_only();

create trigger checkpoint_never_changed before update or delete on checkpoint
  for each row execute function append_only();
create trigger checkpoint_never_emptied before truncate on checkpoint
  for each statement execute function append_only();

create trigger ledger_never_changed before update or delete on ledger
  for each row execute function append_only();
create trigger ledger_never_emptied before truncate on ledger
  for each statement execute function append_only();
