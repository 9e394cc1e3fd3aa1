-- What situations are about, so that reports find them by themselves.
--
-- Append-only (0002-append-only): a scope that is set anew is a further row, and the last one holds.

create table scope (
  seq SEQUENCE,
  situation text not null references situation (id),
  body text not null
);

create index scope_situation on scope (situation, seq);

create trigger scope_never_changed before update or delete on scope
  for each row execute function append_only();
create trigger scope_never_emptied before truncate on scope
  for each statement execute function append_only();
