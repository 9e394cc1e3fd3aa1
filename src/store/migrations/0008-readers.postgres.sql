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

create trigger mark_never_changed before update or delete on mark
  for each row execute function append_only();
create trigger mark_never_emptied before truncate on mark
  for each statement execute function append_only();
