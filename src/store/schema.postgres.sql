-- What the migrations make; written by `node test/store/schema.ts`, never by hand.

CREATE OR REPLACE FUNCTION public.append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end
$function$;

CREATE TABLE archive (
  seq bigint not null generated always as identity,
  record bytea not null,
  constraint archive_pkey PRIMARY KEY (seq)
);

CREATE TRIGGER archive_never_changed BEFORE DELETE OR UPDATE ON public.archive FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER archive_never_emptied BEFORE TRUNCATE ON public.archive FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE capture (
  document bigint not null,
  sha256 text not null,
  kind text not null,
  file text not null,
  start bigint not null,
  length integer not null,
  constraint capture_document_fkey FOREIGN KEY (document) REFERENCES document(seq),
  constraint capture_pkey PRIMARY KEY (document)
);

CREATE INDEX capture_place ON public.capture USING btree (file, start);

CREATE INDEX capture_sha256 ON public.capture USING btree (sha256, kind, document);

CREATE TRIGGER capture_never_changed BEFORE DELETE OR UPDATE ON public.capture FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER capture_never_emptied BEFORE TRUNCATE ON public.capture FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE checkpoint (
  seq bigint not null generated always as identity,
  situation text not null,
  body text not null,
  constraint checkpoint_pkey PRIMARY KEY (seq),
  constraint checkpoint_situation_fkey FOREIGN KEY (situation) REFERENCES situation(id)
);

CREATE INDEX checkpoint_order ON public.checkpoint USING btree (situation, seq);

CREATE TRIGGER checkpoint_never_changed BEFORE DELETE OR UPDATE ON public.checkpoint FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER checkpoint_never_emptied BEFORE TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE content (
  sha256 text not null,
  bytes bytea not null,
  constraint content_pkey PRIMARY KEY (sha256)
);

CREATE TRIGGER content_never_changed BEFORE DELETE OR UPDATE ON public.content FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER content_never_emptied BEFORE TRUNCATE ON public.content FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE correction (
  seq bigint not null generated always as identity,
  situation text not null,
  id text not null,
  body text not null,
  constraint correction_id_key UNIQUE (id),
  constraint correction_pkey PRIMARY KEY (seq),
  constraint correction_situation_fkey FOREIGN KEY (situation) REFERENCES situation(id)
);

CREATE INDEX correction_order ON public.correction USING btree (situation, seq);

CREATE TRIGGER correction_never_changed BEFORE DELETE OR UPDATE ON public.correction FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER correction_never_emptied BEFORE TRUNCATE ON public.correction FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE document (
  seq bigint not null generated always as identity,
  sha256 text not null,
  address text not null,
  fetched_at text not null,
  body text not null,
  constraint document_pkey PRIMARY KEY (seq),
  constraint document_sha256_address_fetched_at_key UNIQUE (sha256, address, fetched_at),
  constraint document_sha256_fkey FOREIGN KEY (sha256) REFERENCES content(sha256)
);

CREATE INDEX document_address ON public.document USING btree (address, seq);

CREATE TRIGGER document_never_changed BEFORE DELETE OR UPDATE ON public.document FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER document_never_emptied BEFORE TRUNCATE ON public.document FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE facet (
  report bigint not null,
  publisher text,
  language text,
  published text not null,
  kinds integer not null,
  is_read integer not null,
  known text not null,
  constraint facet_pkey PRIMARY KEY (report),
  constraint facet_report_fkey FOREIGN KEY (report) REFERENCES report(seq)
);

CREATE INDEX facet_published ON public.facet USING btree (published, report);

CREATE INDEX facet_publisher ON public.facet USING btree (publisher);

CREATE TABLE health (
  source text not null,
  next_at text not null,
  leased_until text,
  body text not null,
  visited_at text,
  constraint health_pkey PRIMARY KEY (source)
);

CREATE INDEX health_next ON public.health USING btree (next_at);

CREATE INDEX health_visited ON public.health USING btree (visited_at);

CREATE TABLE item (
  seq bigint not null generated always as identity,
  source text not null,
  key text not null,
  body text not null,
  constraint item_pkey PRIMARY KEY (seq),
  constraint item_source_key_key UNIQUE (source, key)
);

CREATE TRIGGER item_never_changed BEFORE DELETE OR UPDATE ON public.item FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER item_never_emptied BEFORE TRUNCATE ON public.item FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE ledger (
  seq bigint not null generated always as identity,
  items text not null,
  hash text not null,
  constraint ledger_pkey PRIMARY KEY (seq)
);

CREATE TRIGGER ledger_never_changed BEFORE DELETE OR UPDATE ON public.ledger FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER ledger_never_emptied BEFORE TRUNCATE ON public.ledger FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE mark (
  seq bigint not null generated always as identity,
  situation text not null,
  reader text not null,
  seen_at text not null,
  constraint mark_pkey PRIMARY KEY (seq),
  constraint mark_situation_fkey FOREIGN KEY (situation) REFERENCES situation(id)
);

CREATE INDEX mark_reader ON public.mark USING btree (situation, reader, seq);

CREATE TRIGGER mark_never_changed BEFORE DELETE OR UPDATE ON public.mark FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER mark_never_emptied BEFORE TRUNCATE ON public.mark FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE membership (
  seq bigint not null generated always as identity,
  situation text not null,
  report text not null,
  put_at text not null,
  constraint membership_pkey PRIMARY KEY (seq),
  constraint membership_report_fkey FOREIGN KEY (report) REFERENCES report(id),
  constraint membership_situation_fkey FOREIGN KEY (situation) REFERENCES situation(id),
  constraint membership_situation_report_key UNIQUE (situation, report)
);

CREATE INDEX membership_order ON public.membership USING btree (situation, seq);

CREATE INDEX membership_report ON public.membership USING btree (report);

CREATE TRIGGER membership_never_changed BEFORE DELETE OR UPDATE ON public.membership FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER membership_never_emptied BEFORE TRUNCATE ON public.membership FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE memory (
  situation text not null,
  body bytea not null,
  constraint memory_pkey PRIMARY KEY (situation),
  constraint memory_situation_fkey FOREIGN KEY (situation) REFERENCES situation(id)
);

CREATE TABLE migration (
  number integer not null,
  name text not null,
  constraint migration_pkey PRIMARY KEY (number)
);

CREATE TABLE outcome (
  seq bigint not null generated always as identity,
  report text,
  ok integer not null,
  body text not null,
  constraint outcome_pkey PRIMARY KEY (seq)
);

CREATE INDEX outcome_ok ON public.outcome USING btree (ok, seq);

CREATE INDEX outcome_report ON public.outcome USING btree (report);

CREATE TRIGGER outcome_never_changed BEFORE DELETE OR UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER outcome_never_emptied BEFORE TRUNCATE ON public.outcome FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE pending (
  item bigint not null,
  next_at text not null,
  leased_until text,
  failures integer not null,
  reads integer not null,
  constraint pending_item_fkey FOREIGN KEY (item) REFERENCES item(seq),
  constraint pending_pkey PRIMARY KEY (item)
);

CREATE INDEX pending_next ON public.pending USING btree (next_at);

CREATE TABLE reading (
  seq bigint not null generated always as identity,
  report text not null,
  version text not null,
  body text not null,
  constraint reading_pkey PRIMARY KEY (seq),
  constraint reading_report_fkey FOREIGN KEY (report) REFERENCES report(id),
  constraint reading_report_version_key UNIQUE (report, version)
);

CREATE INDEX reading_last ON public.reading USING btree (report, seq);

CREATE TRIGGER reading_never_changed BEFORE DELETE OR UPDATE ON public.reading FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER reading_never_emptied BEFORE TRUNCATE ON public.reading FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE report (
  seq bigint not null generated always as identity,
  id text not null,
  document text not null,
  body text not null,
  constraint report_document_fkey FOREIGN KEY (document) REFERENCES content(sha256),
  constraint report_id_key UNIQUE (id),
  constraint report_pkey PRIMARY KEY (seq)
);

CREATE INDEX report_document ON public.report USING btree (document);

CREATE TRIGGER report_never_changed BEFORE DELETE OR UPDATE ON public.report FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER report_never_emptied BEFORE TRUNCATE ON public.report FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE revision (
  seq bigint not null generated always as identity,
  situation text not null,
  id text not null,
  entry text not null,
  known_at text not null,
  body text not null,
  constraint revision_pkey PRIMARY KEY (seq),
  constraint revision_situation_fkey FOREIGN KEY (situation) REFERENCES situation(id),
  constraint revision_situation_id_key UNIQUE (situation, id)
);

CREATE INDEX revision_entry ON public.revision USING btree (situation, entry, known_at, seq);

CREATE INDEX revision_order ON public.revision USING btree (situation, known_at, seq);

CREATE TRIGGER revision_never_changed BEFORE DELETE OR UPDATE ON public.revision FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER revision_never_emptied BEFORE TRUNCATE ON public.revision FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE scope (
  seq bigint not null generated always as identity,
  situation text not null,
  body text not null,
  constraint scope_pkey PRIMARY KEY (seq),
  constraint scope_situation_fkey FOREIGN KEY (situation) REFERENCES situation(id)
);

CREATE INDEX scope_situation ON public.scope USING btree (situation, seq);

CREATE TRIGGER scope_never_changed BEFORE DELETE OR UPDATE ON public.scope FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER scope_never_emptied BEFORE TRUNCATE ON public.scope FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE search (
  seq bigint not null,
  terms tsvector not null,
  constraint search_pkey PRIMARY KEY (seq),
  constraint search_seq_fkey FOREIGN KEY (seq) REFERENCES report(seq)
);

CREATE INDEX search_terms ON public.search USING gin (terms);

CREATE TABLE selection (
  seq bigint not null generated always as identity,
  situation text not null,
  report text not null,
  body text not null,
  constraint selection_pkey PRIMARY KEY (seq),
  constraint selection_report_fkey FOREIGN KEY (report) REFERENCES report(id),
  constraint selection_situation_fkey FOREIGN KEY (situation) REFERENCES situation(id)
);

CREATE INDEX selection_report ON public.selection USING btree (report, seq);

CREATE INDEX selection_situation ON public.selection USING btree (situation, seq);

CREATE TRIGGER selection_never_changed BEFORE DELETE OR UPDATE ON public.selection FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER selection_never_emptied BEFORE TRUNCATE ON public.selection FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE situation (
  seq bigint not null generated always as identity,
  id text not null,
  body text not null,
  constraint situation_id_key UNIQUE (id),
  constraint situation_pkey PRIMARY KEY (seq)
);

CREATE TRIGGER situation_never_changed BEFORE DELETE OR UPDATE ON public.situation FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER situation_never_emptied BEFORE TRUNCATE ON public.situation FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE source (
  seq bigint not null generated always as identity,
  id text not null,
  situation text not null,
  body text not null,
  constraint source_pkey PRIMARY KEY (seq),
  constraint source_situation_fkey FOREIGN KEY (situation) REFERENCES situation(id)
);

CREATE INDEX source_id ON public.source USING btree (id, seq);

CREATE TRIGGER source_never_changed BEFORE DELETE OR UPDATE ON public.source FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER source_never_emptied BEFORE TRUNCATE ON public.source FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE work (
  id text not null,
  at text not null,
  body text not null,
  constraint work_pkey PRIMARY KEY (id)
);
