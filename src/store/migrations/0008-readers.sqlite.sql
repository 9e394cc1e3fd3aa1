-- How far each reader has seen a situation: "since you last looked" begins there.
--
-- Append-only, as all else is (0002-append-only): a new look is a further row, and the last one holds, also where it
-- lies before an earlier one.

create table mark (
  seq SEQUENCE,
  situation text not null references situation (id),
  reader text not null,
  -- ISO 8601 in UTC with milliseconds, which sorts as text: what was known then has been seen.
  seen_at text not null
);

create index mark_reader on mark (situation, reader, seq);

create trigger mark_never_updated before update on mark
begin select raise(abort, 'mark is append-only'); end;
create trigger mark_never_deleted before delete on mark
begin select raise(abort, 'mark is append-only'); end;
