-- Nothing is overwritten (ARCHITECTURE.md, "What must always hold", 2). The store never updates or deletes; the
-- database refuses it too, so that no tool and no mistake can.

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;

create trigger content_never_changed before update or delete on content
  for each row execute function append_only();
create trigger content_never_emptied before truncate on content
  for each statement execute function append_only();

create trigger document_never_changed before update or delete on document
  for each row execute function append_only();
create trigger document_never_emptied before truncate on document
  for each statement execute function append_only();

create trigger report_never_changed before update or delete on report
  for each row execute function append_only();
create trigger report_never_emptied before truncate on report
  for each statement execute function append_only();

create trigger reading_never_changed before update or delete on reading
  for each row execute function append_only();
create trigger reading_never_emptied before truncate on reading
  for each statement execute function append_only();

create trigger outcome_never_changed before update or delete on outcome
  for each row execute function append_only();
create trigger outcome_never_emptied before truncate on outcome
  for each statement execute function append_only();

create trigger membership_never_changed before update or delete on membership
  for each row execute function append_only();
create trigger membership_never_emptied before truncate on membership
  for each statement execute function append_only();

create trigger revision_never_changed before update or delete on revision
  for each row execute function append_only();
create trigger revision_never_emptied before truncate on revision
  for each statement execute function append_only();

create trigger situation_never_changed before update or delete on situation
  for each row execute function append_only();
create trigger situation_never_emptied before truncate on situation
  for each statement execute function append_only();
