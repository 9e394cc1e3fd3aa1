-- What situations are about, so that reports find them by themselves.
--
-- Append-only (0002-append-only): a scope that is set anew is a further row, and the last one holds.

create table scope (
  seq SEQUENCE,
  situation text not null references situation (id),
  body text not null
);

create index scope_situation on scope (situation, seq);

create trigger scope_never_updated before update on scope
begin select raise(abort, 'scope is append-only'); end;
create trigger scope_never_deleted before delete on scope
begin select raise(abort, 'scope is append-only'); end;
