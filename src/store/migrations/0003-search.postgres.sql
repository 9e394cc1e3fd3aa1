-- Full-text search. The words are cut and folded by terms.ts, the same for both databases, and written as a
-- tsvector of words and positions, so that no dictionary or locale of the server has a say. A table of its own,
-- as an index may be made anew and a report may not.
--
-- The vectors of usual reports stay in the row (toast_tuple_target): stored aside they make the table look small
-- to the planner, which then reads all of them rather than the index.

create table search (
  seq bigint primary key references report (seq),
  terms tsvector not null
) with (toast_tuple_target = 8160);

create index search_terms on search using gin (terms);
