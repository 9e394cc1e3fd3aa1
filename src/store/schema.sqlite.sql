-- What the migrations make; written by `node test/store/schema.ts`, never by hand.

CREATE TABLE capture (
  document integer primary key references document (seq),
  -- The hash again: found by it are the bytes.
  sha256 text not null,
  -- response or resource: the record holds the bytes; revisit: an earlier one of the same hash does.
  kind text not null,
  file text not null,
  start integer not null,
  length integer not null
);

CREATE TRIGGER capture_never_deleted before delete on capture
begin select raise(abort, 'capture is append-only'); end;

CREATE TRIGGER capture_never_updated before update on capture
begin select raise(abort, 'capture is append-only'); end;

CREATE INDEX capture_place on capture (file, start);

CREATE INDEX capture_sha256 on capture (sha256, kind, document);

CREATE TABLE checkpoint (
  seq integer primary key autoincrement,
  situation text not null references situation (id),
  body text not null
);

CREATE TRIGGER checkpoint_never_deleted before delete on checkpoint
begin select raise(abort, 'checkpoint is append-only'); end;

CREATE TRIGGER checkpoint_never_updated before update on checkpoint
begin select raise(abort, 'checkpoint is append-only'); end;

CREATE INDEX checkpoint_order on checkpoint (situation, seq);

CREATE TABLE content (
  sha256 text primary key,
  bytes blob not null
);

CREATE TRIGGER content_never_deleted before delete on content
begin select raise(abort, 'content is append-only'); end;

CREATE TRIGGER content_never_updated before update on content
begin select raise(abort, 'content is append-only'); end;

CREATE TABLE correction (
  seq integer primary key autoincrement,
  situation text not null references situation (id),
  id text not null unique,
  body text not null
);

CREATE TRIGGER correction_never_deleted before delete on correction
begin select raise(abort, 'correction is append-only'); end;

CREATE TRIGGER correction_never_updated before update on correction
begin select raise(abort, 'correction is append-only'); end;

CREATE INDEX correction_order on correction (situation, seq);

CREATE TABLE document (
  seq integer primary key autoincrement,
  sha256 text not null references content (sha256),
  -- The URL asked for, else the input (of a very long one its hash): what makes two fetches of the same bytes two.
  address text not null,
  fetched_at text not null,
  body text not null,
  unique (sha256, address, fetched_at)
);

CREATE INDEX document_address on document (address, seq);

CREATE TRIGGER document_never_deleted before delete on document
begin select raise(abort, 'document is append-only'); end;

CREATE TRIGGER document_never_updated before update on document
begin select raise(abort, 'document is append-only'); end;

CREATE TABLE facet (
  -- The report's `seq`.
  report bigint primary key references report (seq),
  publisher text,
  language text,
  -- When it was published, else fetched: ISO 8601 in UTC with milliseconds, which sorts as text.
  published text not null,
  -- The kinds of what is read in it, a bit each (facets.ts).
  kinds integer not null,
  -- 1 where it was read, 0 where it was kept only.
  is_read integer not null
, known text not null default '');

CREATE INDEX facet_published on facet (published, report);

CREATE INDEX facet_publisher on facet (publisher);

CREATE TABLE health (
  source text primary key,
  -- Times of ISO 8601 in UTC with milliseconds, which sort as text.
  next_at text not null,
  -- Until then one process has it; free when absent or past.
  leased_until text,
  body text not null
, visited_at text);

CREATE INDEX health_next on health (next_at);

CREATE INDEX health_visited on health (visited_at);

CREATE TABLE item (
  seq integer primary key autoincrement,
  source text not null,
  -- The listing's own id of it (of a very long one its hash).
  key text not null,
  body text not null,
  unique (source, key)
);

CREATE TRIGGER item_never_deleted before delete on item
begin select raise(abort, 'item is append-only'); end;

CREATE TRIGGER item_never_updated before update on item
begin select raise(abort, 'item is append-only'); end;

CREATE TABLE ledger (
  seq integer primary key autoincrement,
  -- Of each row appended in one transaction a line: its table, its seq there, SHA-256 of its columns.
  items text not null,
  -- SHA-256 of the hash before and of items.
  hash text not null
);

CREATE TRIGGER ledger_never_deleted before delete on ledger
begin select raise(abort, 'ledger is append-only'); end;

CREATE TRIGGER ledger_never_updated before update on ledger
begin select raise(abort, 'ledger is append-only'); end;

CREATE TABLE mark (
  seq integer primary key autoincrement,
  situation text not null references situation (id),
  reader text not null,
  -- ISO 8601 in UTC with milliseconds, which sorts as text: what was known then has been seen.
  seen_at text not null
);

CREATE TRIGGER mark_never_deleted before delete on mark
begin select raise(abort, 'mark is append-only'); end;

CREATE TRIGGER mark_never_updated before update on mark
begin select raise(abort, 'mark is append-only'); end;

CREATE INDEX mark_reader on mark (situation, reader, seq);

CREATE TABLE membership (
  seq integer primary key autoincrement,
  situation text not null references situation (id),
  report text not null references report (id),
  put_at text not null,
  unique (situation, report)
);

CREATE TRIGGER membership_never_deleted before delete on membership
begin select raise(abort, 'membership is append-only'); end;

CREATE TRIGGER membership_never_updated before update on membership
begin select raise(abort, 'membership is append-only'); end;

CREATE INDEX membership_order on membership (situation, seq);

CREATE INDEX membership_report on membership (report);

CREATE TABLE memory (
  situation text primary key references situation (id),
  body blob not null
);

CREATE TABLE migration (number integer primary key, name text not null);

CREATE TABLE outcome (
  seq integer primary key autoincrement,
  -- Not a reference: what became of an input is kept even where nothing else of it could be.
  report text,
  -- 0 or 1: SQLite has no boolean.
  ok integer not null,
  body text not null
);

CREATE TRIGGER outcome_never_deleted before delete on outcome
begin select raise(abort, 'outcome is append-only'); end;

CREATE TRIGGER outcome_never_updated before update on outcome
begin select raise(abort, 'outcome is append-only'); end;

CREATE INDEX outcome_ok on outcome (ok, seq);

CREATE INDEX outcome_report on outcome (report);

CREATE TABLE pending (
  item bigint primary key references item (seq),
  next_at text not null,
  leased_until text,
  -- Times that it failed in a row, and times that it was read.
  failures integer not null,
  reads integer not null
);

CREATE INDEX pending_next on pending (next_at);

CREATE TABLE reading (
  seq integer primary key autoincrement,
  report text not null references report (id),
  version text not null,
  body text not null,
  unique (report, version)
);

CREATE INDEX reading_last on reading (report, seq);

CREATE TRIGGER reading_never_deleted before delete on reading
begin select raise(abort, 'reading is append-only'); end;

CREATE TRIGGER reading_never_updated before update on reading
begin select raise(abort, 'reading is append-only'); end;

CREATE TABLE report (
  seq integer primary key autoincrement,
  id text not null unique,
  document text not null references content (sha256),
  body text not null
);

CREATE INDEX report_document on report (document);

CREATE TRIGGER report_never_deleted before delete on report
begin select raise(abort, 'report is append-only'); end;

CREATE TRIGGER report_never_updated before update on report
begin select raise(abort, 'report is append-only'); end;

CREATE TABLE revision (
  seq integer primary key autoincrement,
  situation text not null references situation (id),
  id text not null,
  entry text not null,
  -- ISO 8601 in UTC with milliseconds, so that it sorts as text.
  known_at text not null,
  body text not null,
  unique (situation, id)
);

CREATE INDEX revision_entry on revision (situation, entry, known_at, seq);

CREATE TRIGGER revision_never_deleted before delete on revision
begin select raise(abort, 'revision is append-only'); end;

CREATE TRIGGER revision_never_updated before update on revision
begin select raise(abort, 'revision is append-only'); end;

CREATE INDEX revision_order on revision (situation, known_at, seq);

CREATE TABLE scope (
  seq integer primary key autoincrement,
  situation text not null references situation (id),
  body text not null
);

CREATE TRIGGER scope_never_deleted before delete on scope
begin select raise(abort, 'scope is append-only'); end;

CREATE TRIGGER scope_never_updated before update on scope
begin select raise(abort, 'scope is append-only'); end;

CREATE INDEX scope_situation on scope (situation, seq);

CREATE VIRTUAL TABLE search using fts5 (title, text, content='', contentless_delete=1, tokenize='ascii');

CREATE TABLE selection (
  seq integer primary key autoincrement,
  situation text not null references situation (id),
  report text not null references report (id),
  body text not null
);

CREATE TRIGGER selection_never_deleted before delete on selection
begin select raise(abort, 'selection is append-only'); end;

CREATE TRIGGER selection_never_updated before update on selection
begin select raise(abort, 'selection is append-only'); end;

CREATE INDEX selection_report on selection (report, seq);

CREATE INDEX selection_situation on selection (situation, seq);

CREATE TABLE situation (
  seq integer primary key autoincrement,
  id text not null unique,
  body text not null
);

CREATE TRIGGER situation_never_deleted before delete on situation
begin select raise(abort, 'situation is append-only'); end;

CREATE TRIGGER situation_never_updated before update on situation
begin select raise(abort, 'situation is append-only'); end;

CREATE TABLE source (
  seq integer primary key autoincrement,
  id text not null,
  situation text not null references situation (id),
  body text not null
);

CREATE INDEX source_id on source (id, seq);

CREATE TRIGGER source_never_deleted before delete on source
begin select raise(abort, 'source is append-only'); end;

CREATE TRIGGER source_never_updated before update on source
begin select raise(abort, 'source is append-only'); end;

CREATE TABLE work (
  id text primary key,
  -- ISO 8601 in UTC with milliseconds, which sorts as text.
  at text not null,
  body text not null
);
