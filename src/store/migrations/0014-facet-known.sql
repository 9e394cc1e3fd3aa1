-- When a report was fetched, so that a search can be as known on a day. What was there is filled in anew when the
-- store is opened (facets.ts).

delete from facet;

-- ISO 8601 in UTC with milliseconds, which sorts as text.
alter table facet add column known text not null default '';
