-- Full-text search. The words are cut and folded by terms.ts, the same for both databases; the index keeps them
-- without the text (`content=''`), which stands in the report already. The row's id is the report's `seq`. The
-- tokenizer "ascii" parts at spaces only, as all that the terms hold is letters and digits.

create virtual table search using fts5 (title, text, content='', contentless_delete=1, tokenize='ascii');
