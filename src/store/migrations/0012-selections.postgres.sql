-- Reports that a scope takes into a situation with their stories, and those that a narrower one takes out again.
--
-- Append-only (0002-append-only): of the rows of one report the last one holds; as known before it was appended, the one
-- before. A report of the situation that no row names is in it.

create table selection (
  seq SEQUENCE,
  situation text not null references situation (id),
  report text not null references report (id),
  body text not null
);

create index selection_situation on selection (situation, seq);
create index selection_report on selection (report, seq);

create trigger selection_never_changed before update or delete on selection
  for each row execute function append_only();
create trigger selection_never_emptied before truncate on selection
  for each statement execute function append_only();
