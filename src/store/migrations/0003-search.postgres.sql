-- Full-text search. The words are cut and folded by terms.ts, the same for both databases, and written as a
-- tsvector of words and positions, so that no dictionary or locale of the server has a say. A table of its own,
-- as an index may be made anew and a report may not.

create table search (
  seq bigint primary key references report (seq),
  terms tsvector not null
);

create index search_terms on search using gin (terms);
