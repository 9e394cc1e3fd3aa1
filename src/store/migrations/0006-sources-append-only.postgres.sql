-- Sources and the items that they list are never changed or deleted either (0002-append-only).

create trigger source_never_changed before update or delete on source
  for each row execute function append_only();
create trigger source_never_emptied before truncate on source
  for each statement execute function append_only();

create trigger item_never_changed before update or delete on item
  for each row execute function append_only();
create trigger item_never_emptied before truncate on item
  for each statement execute function append_only();
