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

create trigger correction_never_updated before update on correction
begin select raise(abort, 'correction is append-only'); end;
create trigger correction_never_deleted before delete on correction
begin select raise(abort, 'correction is append-only'); end;

create trigger checkpoint_never_updated before update on checkpoint
begin select raise(abort, 'checkpoint is append-only'); end;
create trigger checkpoint_never_deleted before delete on checkpoint
begin select raise(abort, 'checkpoint is append-only'); end;

create trigger ledger_never_updated before update on ledger
begin select raise(abort, 'ledger is append-only'); end;
create trigger ledger_never_deleted before delete on ledger
begin select raise(abort, 'ledger is append-only'); end;
