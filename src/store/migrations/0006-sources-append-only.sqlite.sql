-- Sources and the items that they list are never changed or deleted either (0002-append-only).

create trigger source_never_updated before update on source
begin select raise(abort, 'source is append-only'); end;
create trigger source_never_deleted before delete on source
begin select raise(abort, 'source is append-only'); end;

create trigger item_never_updated before update on item
begin select raise(abort, 'item is append-only'); end;
create trigger item_never_deleted before delete on item
begin select raise(abort, 'item is append-only'); end;
