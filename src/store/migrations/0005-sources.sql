-- What is followed, what it has listed, and when it is next asked.
--
-- Sources and items are append-only, as all that was found is. A source that is changed or no longer followed is a
-- further row of its id; the last one holds. Health and what is pending are working state: they say when to ask
-- again, are replaced at each visit, and could be made anew.

create table source (
  seq SEQUENCE,
  id text not null,
  situation text not null references situation (id),
  body text not null
);

create index source_id on source (id, seq);

create table item (
  seq SEQUENCE,
  source text not null,
  -- The listing's own id of it (of a very long one its hash).
  key text not null,
  body text not null,
  unique (source, key)
);

create table health (
  source text primary key,
  -- Times of ISO 8601 in UTC with milliseconds, which sort as text.
  next_at text not null,
  -- Until then one process has it; free when absent or past.
  leased_until text,
  body text not null
);

create index health_next on health (next_at);

create table pending (
  item bigint primary key references item (seq),
  next_at text not null,
  leased_until text,
  -- Times that it failed in a row, and times that it was read.
  failures integer not null,
  reads integer not null
);

create index pending_next on pending (next_at);
