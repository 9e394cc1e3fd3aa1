-- What a search is narrowed by and counted by, of each report.
--
-- An index, as `search` is: it may be made anew from the reports and their last readings, and a store that had none is
-- given one when it is opened (facets.ts).

create table facet (
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
);

create index facet_published on facet (published, report);

create index facet_publisher on facet (publisher);
