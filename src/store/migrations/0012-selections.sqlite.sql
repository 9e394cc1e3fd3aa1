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

create trigger selection_never_updated before update on selection
begin select raise(abort, 'selection is append-only'); end;
create trigger selection_never_deleted before delete on selection
begin select raise(abort, 'selection is append-only'); end;
