-- The archive: what was fetched, what it says, what became of it, and what is followed.
--
-- One set of tables for both databases. A noun's whole self is the JSON of `body`, kept as text: JSON types
-- reorder keys and refuse characters that news pages do hold, and a report must come back byte for byte. Beside
-- it stand only the columns that queries need. `seq` is the order of arrival.
--
-- SEQUENCE and BYTES are filled in by dialect (migrate.ts), as no spelling of them is common to both.

create table content (
  sha256 text primary key,
  bytes BYTES not null
);

create table document (
  seq SEQUENCE,
  sha256 text not null references content (sha256),
  -- The URL asked for, else the input (of a very long one its hash): what makes two fetches of the same bytes two.
  address text not null,
  fetched_at text not null,
  body text not null,
  unique (sha256, address, fetched_at)
);

create index document_address on document (address, seq);

create table report (
  seq SEQUENCE,
  id text not null unique,
  document text not null references content (sha256),
  body text not null
);

create index report_document on report (document);

create table reading (
  seq SEQUENCE,
  report text not null references report (id),
  version text not null,
  body text not null,
  unique (report, version)
);

-- The last of a report. Without it PostgreSQL may go through all readings, newest first, to find one.
create index reading_last on reading (report, seq);

create table outcome (
  seq SEQUENCE,
  -- Not a reference: what became of an input is kept even where nothing else of it could be.
  report text,
  -- 0 or 1: SQLite has no boolean.
  ok integer not null,
  body text not null
);

create index outcome_ok on outcome (ok, seq);
create index outcome_report on outcome (report);

create table situation (
  seq SEQUENCE,
  id text not null unique,
  body text not null
);

-- Which reports count in a situation, and since when.
create table membership (
  seq SEQUENCE,
  situation text not null references situation (id),
  report text not null references report (id),
  put_at text not null,
  unique (situation, report)
);

create index membership_order on membership (situation, seq);
create index membership_report on membership (report);

create table revision (
  seq SEQUENCE,
  situation text not null references situation (id),
  id text not null,
  entry text not null,
  -- ISO 8601 in UTC with milliseconds, so that it sorts as text.
  known_at text not null,
  body text not null,
  unique (situation, id)
);

create index revision_order on revision (situation, known_at, seq);
create index revision_entry on revision (situation, entry, known_at, seq);
