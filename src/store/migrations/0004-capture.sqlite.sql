-- The archive as WARC: every fetch is a record in a file of archive/, and this says where. `content` keeps its hashes,
-- which reports and documents point to; its bytes are empty from now on where a record holds them, and stay where
-- they were written before, so that no table is made anew and nothing old can be lost on the way.

create table capture (
  document integer primary key references document (seq),
  -- The hash again: found by it are the bytes.
  sha256 text not null,
  -- response or resource: the record holds the bytes; revisit: an earlier one of the same hash does.
  kind text not null,
  file text not null,
  start integer not null,
  length integer not null
);

create index capture_sha256 on capture (sha256, kind, document);
create index capture_place on capture (file, start);

create trigger capture_never_updated before update on capture
begin select raise(abort, 'capture is append-only'); end;
create trigger capture_never_deleted before delete on capture
begin select raise(abort, 'capture is append-only'); end;
