-- What was worked out of a situation's reports, so that a process that opens it need not compare them all anew.
--
-- Working state: it may be made again from the reports and their readings, is replaced as they come, and is believed only
-- where it was made from what is there, by the code that asks (src/remembering.ts).

create table memory (
  situation text primary key references situation (id),
  body BYTES not null
);
