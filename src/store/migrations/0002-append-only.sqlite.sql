-- Nothing is overwritten (ARCHITECTURE.md, "What must always hold", 2). The store never updates or deletes; the
-- database refuses it too, so that no tool and no mistake can.

create trigger content_never_updated before update on content
begin select raise(abort, 'content is append-only'); end;
create trigger content_never_deleted before delete on content
begin select raise(abort, 'content is append-only'); end;

create trigger document_never_updated before update on document
begin select raise(abort, 'document is append-only'); end;
create trigger document_never_deleted before delete on document
begin select raise(abort, 'document is append-only'); end;

create trigger report_never_updated before update on report
begin select raise(abort, 'report is append-only'); end;
create trigger report_never_deleted before delete on report
begin select raise(abort, 'report is append-only'); end;

create trigger reading_never_updated before update on reading
begin select raise(abort, 'reading is append-only'); end;
create trigger reading_never_deleted before delete on reading
begin select raise(abort, 'reading is append-only'); end;

create trigger outcome_never_updated before update on outcome
begin select raise(abort, 'outcome is append-only'); end;
create trigger outcome_never_deleted before delete on outcome
begin select raise(abort, 'outcome is append-only'); end;

create trigger membership_never_updated before update on membership
begin select raise(abort, 'membership is append-only'); end;
create trigger membership_never_deleted before delete on membership
begin select raise(abort, 'membership is append-only'); end;

create trigger revision_never_updated before update on revision
begin select raise(abort, 'revision is append-only'); end;
create trigger revision_never_deleted before delete on revision
begin select raise(abort, 'revision is append-only'); end;

create trigger situation_never_updated before update on situation
begin select raise(abort, 'situation is append-only'); end;
create trigger situation_never_deleted before delete on situation
begin select raise(abort, 'situation is append-only'); end;
