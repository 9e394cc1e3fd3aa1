-- The archive as WARC: every fetch is a record, and this says where. On PostgreSQL the records are rows, so that many
-- machines share them; `file` is the name of their table and `start` the number of the row. `content` keeps its
-- hashes, which reports and documents point to; its bytes are empty from now on where a record holds them, and stay
-- where they were written before.

create table archive (
  seq SEQUENCE,
  -- One gzip member. Not compressed again.
  record BYTES not null
);
alter table archive alter column record set storage external;

create table capture (
  document bigint primary key references document (seq),
  -- The hash again: found by it are the bytes.
  sha256 text not null,
  -- response or resource: the record holds the bytes; revisit: an earlier one of the same hash does.
  kind text not null,
  file text not null,
  start bigint not null,
  length integer not null
);

create index capture_sha256 on capture (sha256, kind, document);
create index capture_place on capture (file, start);

create trigger archive_never_changed before update or delete on archive
  for each row execute function append_only();
create trigger archive_never_emptied before truncate on archive
  for each statement execute function append_only();

create trigger capture_never_changed before update or delete on capture
  for each row execute function append_only();
create trigger capture_never_emptied before truncate on capture
  for each statement execute function append_only();
