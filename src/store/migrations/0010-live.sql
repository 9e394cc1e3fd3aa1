-- What an open page is told of as it happens.
--
-- `work` is what long work tells of itself, replaced as it goes on, as health is: processes that share a database hear
-- of one another's. A visit is found by its time; of visits before this column nobody is told.

create table work (
  id text primary key,
  -- ISO 8601 in UTC with milliseconds, which sorts as text.
  at text not null,
  body text not null
);

alter table health add column visited_at text;

create index health_visited on health (visited_at);
