-- The schema that the migrations make. Written by `npm run generate`.

-- table account, last changed by 0002-people
create table account (
  id uuid not null,
  province text not null,
  login text not null,
  name text not null,
  search text not null,
  state text not null,
  demo boolean not null,
  password_hash text,
  oidc_subject text,
  last_seen_at timestamp with time zone,
  created_at timestamp with time zone not null,
  version integer not null,
  constraint account_pk PRIMARY KEY (id),
  constraint account_login UNIQUE (province, login),
  constraint account_oidc_subject UNIQUE (province, oidc_subject),
  constraint account_state CHECK ((state = ANY (ARRAY['active'::text, 'locked'::text])))
);
CREATE INDEX account_search ON public.account USING gin (search gin_trgm_ops);

-- table account_contact, last changed by 0002-people
create table account_contact (
  account_id uuid not null,
  email text,
  phone text,
  constraint account_contact_pk PRIMARY KEY (account_id),
  constraint account_contact_account FOREIGN KEY (account_id) REFERENCES account(id)
);

-- table agency, last changed by 0002-people
create table agency (
  province text not null,
  code text not null,
  name text not null,
  short_name text not null,
  kind text not null,
  level text not null,
  parent text,
  aliases text[] not null,
  valid_from date,
  valid_to date,
  unit_code text,
  source text,
  search text not null,
  version integer not null,
  constraint agency_pk PRIMARY KEY (province, code),
  constraint agency_parent FOREIGN KEY (province, parent) REFERENCES agency(province, code) DEFERRABLE INITIALLY DEFERRED,
  constraint agency_days CHECK ((valid_from <= valid_to)),
  constraint agency_not_own_parent CHECK ((parent <> code))
);
CREATE INDEX agency_search ON public.agency USING gin (search gin_trgm_ops);
CREATE INDEX agency_unit ON public.agency USING btree (province, unit_code) WHERE (unit_code IS NOT NULL);

-- table agency_group, last changed by 0002-people
create table agency_group (
  province text not null,
  code text not null,
  name text not null,
  aliases text[] not null,
  members jsonb not null,
  version integer not null,
  constraint agency_group_pk PRIMARY KEY (province, code)
);

-- table agency_successor, last changed by 0002-people
create table agency_successor (
  province text not null,
  agency text not null,
  successor text not null,
  constraint agency_successor_pk PRIMARY KEY (province, agency, successor),
  constraint agency_successor_agency FOREIGN KEY (province, agency) REFERENCES agency(province, code) DEFERRABLE INITIALLY DEFERRED,
  constraint agency_successor_successor FOREIGN KEY (province, successor) REFERENCES agency(province, code) DEFERRABLE INITIALLY DEFERRED,
  constraint agency_successor_not_itself CHECK ((agency <> successor))
);
CREATE INDEX agency_successor_back ON public.agency_successor USING btree (province, successor);

-- table arrival_counter, last changed by 0004-documents
create table arrival_counter (
  province text not null,
  year integer not null,
  last integer not null,
  constraint arrival_counter_pk PRIMARY KEY (province, year)
);

-- table assignment, last changed by 0014-assignments
create table assignment (
  id uuid not null,
  province text not null,
  programme_id uuid,
  item_id uuid,
  place text not null,
  section text not null,
  text text not null,
  output text,
  source_note text,
  kind text not null,
  member text not null,
  occurrence text not null,
  period text,
  partners text[] not null,
  review text,
  calendar text not null,
  batch uuid not null,
  made_at timestamp(3) with time zone not null,
  state text not null,
  agency text,
  delegate text,
  due date,
  first_due date,
  review_due date,
  next_due date,
  extension jsonb,
  extensions integer not null,
  percent integer,
  opened_at timestamp(3) with time zone,
  reported_at timestamp(3) with time zone,
  submitted_at timestamp(3) with time zone,
  submitted_on date,
  verified_at timestamp(3) with time zone,
  returns integer not null,
  last_at timestamp(3) with time zone,
  conflicts integer not null,
  waiting integer not null,
  search text not null,
  version integer not null,
  constraint assignment_pk PRIMARY KEY (id),
  constraint assignment_item FOREIGN KEY (item_id) REFERENCES programme_item(id),
  constraint assignment_programme FOREIGN KEY (programme_id) REFERENCES programme(id),
  constraint assignment_calendar CHECK ((calendar = ANY (ARRAY['administrative'::text, 'calendar'::text]))),
  constraint assignment_kind CHECK ((kind = ANY (ARRAY['once'::text, 'recurring'::text, 'standing'::text]))),
  constraint assignment_source CHECK (((item_id IS NOT NULL) OR (source_note IS NOT NULL))),
  constraint assignment_state CHECK ((state = ANY (ARRAY['unassigned'::text, 'assigned'::text, 'refused'::text, 'accepted'::text, 'awaiting-approval'::text, 'awaiting-verification'::text, 'returned'::text, 'verified'::text, 'closed'::text, 'withdrawn'::text, 'not-applicable'::text])))
);
CREATE INDEX assignment_agency ON public.assignment USING btree (province, agency, next_due);
CREATE INDEX assignment_batch ON public.assignment USING btree (batch);
CREATE INDEX assignment_board ON public.assignment USING btree (province, agency, programme_id, section, state, next_due, submitted_on);
CREATE INDEX assignment_delegate ON public.assignment USING btree (province, delegate, next_due) WHERE (delegate IS NOT NULL);
CREATE INDEX assignment_due ON public.assignment USING btree (province, next_due, id);
CREATE INDEX assignment_late ON public.assignment USING btree (province, submitted_on) WHERE ((state <> ALL (ARRAY['withdrawn'::text, 'not-applicable'::text])) AND ((submitted_on IS NULL) OR (submitted_on > next_due)));
CREATE UNIQUE INDEX assignment_once ON public.assignment USING btree (item_id, member, occurrence) WHERE (item_id IS NOT NULL);
CREATE INDEX assignment_open ON public.assignment USING btree (province, next_due) WHERE ((state <> ALL (ARRAY['verified'::text, 'closed'::text, 'withdrawn'::text, 'not-applicable'::text])) OR (conflicts > 0));
CREATE INDEX assignment_partners ON public.assignment USING gin (partners);
CREATE INDEX assignment_programme_id ON public.assignment USING btree (programme_id, place);
CREATE INDEX assignment_search ON public.assignment USING gin (search gin_trgm_ops);

-- table assignment_action, last changed by 0014-assignments
create table assignment_action (
  assignment_id uuid not null,
  id text not null,
  seq integer not null,
  after text,
  at timestamp(3) with time zone not null,
  received_at timestamp(3) with time zone not null,
  actor text not null,
  capacity text not null,
  deed jsonb not null,
  constraint assignment_action_pk PRIMARY KEY (assignment_id, id),
  constraint assignment_action_order UNIQUE (assignment_id, seq),
  constraint assignment_action_assignment FOREIGN KEY (assignment_id) REFERENCES assignment(id),
  constraint assignment_action_capacity CHECK ((capacity = ANY (ARRAY['office'::text, 'leader'::text, 'head'::text, 'agency'::text, 'delegate'::text, 'partner'::text, 'system'::text])))
);

-- table assignment_file, last changed by 0014-assignments
create table assignment_file (
  assignment_id uuid not null,
  sha256 text not null,
  name text not null,
  type text not null,
  size integer not null,
  sent_by text not null,
  at timestamp(3) with time zone not null,
  constraint assignment_file_pk PRIMARY KEY (assignment_id, sha256),
  constraint assignment_file_assignment FOREIGN KEY (assignment_id) REFERENCES assignment(id)
);
CREATE INDEX assignment_file_hash ON public.assignment_file USING btree (sha256);

-- table assignment_way, last changed by 0014-assignments
create table assignment_way (
  province text not null,
  agency text not null,
  head_approves boolean not null,
  version integer not null,
  constraint assignment_way_pk PRIMARY KEY (province, agency)
);

-- table budget_entry, last changed by 0017-budget
create table budget_entry (
  id uuid not null,
  seq bigint generated by default as identity not null,
  line_id uuid not null,
  kind text not null,
  amount bigint not null,
  on_day date not null,
  note text not null,
  entered_by text not null,
  at timestamp(3) with time zone not null,
  reverses uuid,
  constraint budget_entry_pk PRIMARY KEY (id),
  constraint budget_entry_reversed_once UNIQUE (reverses),
  constraint budget_entry_line FOREIGN KEY (line_id) REFERENCES budget_line(id),
  constraint budget_entry_reverses FOREIGN KEY (reverses) REFERENCES budget_entry(id),
  constraint budget_entry_amount CHECK ((amount <> 0)),
  constraint budget_entry_kind CHECK ((kind = ANY (ARRAY['estimate'::text, 'allocated'::text, 'spent'::text])))
);
CREATE INDEX budget_entry_line_id ON public.budget_entry USING btree (line_id, on_day, at);

-- table budget_line, last changed by 0017-budget
create table budget_line (
  id uuid not null,
  province text not null,
  programme_id uuid not null,
  item_id uuid,
  place text not null,
  what text not null,
  agency text,
  source text not null,
  created_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  ended_reason text,
  version integer not null,
  constraint budget_line_pk PRIMARY KEY (id),
  constraint budget_line_item FOREIGN KEY (item_id) REFERENCES programme_item(id),
  constraint budget_line_programme FOREIGN KEY (programme_id) REFERENCES programme(id),
  constraint budget_line_end CHECK (((ended_at IS NULL) = (ended_reason IS NULL))),
  constraint budget_line_source CHECK ((source = ANY (ARRAY['central'::text, 'province'::text, 'commune'::text, 'social'::text, 'other'::text])))
);
CREATE INDEX budget_line_programme_id ON public.budget_line USING btree (programme_id, place);

-- table delegation, last changed by 0002-people
create table delegation (
  id uuid not null,
  province text not null,
  from_account uuid not null,
  to_account uuid not null,
  valid_from date not null,
  valid_to date not null,
  reason text not null,
  ended_at timestamp with time zone,
  version integer not null,
  constraint delegation_pk PRIMARY KEY (id),
  constraint delegation_from FOREIGN KEY (from_account) REFERENCES account(id),
  constraint delegation_to FOREIGN KEY (to_account) REFERENCES account(id),
  constraint delegation_days CHECK ((valid_from <= valid_to)),
  constraint delegation_to_another CHECK ((from_account <> to_account))
);
CREATE INDEX delegation_of_giver ON public.delegation USING btree (from_account, valid_to);
CREATE INDEX delegation_of_receiver ON public.delegation USING btree (to_account, valid_to);

-- table delegation_post, last changed by 0002-people
create table delegation_post (
  delegation_id uuid not null,
  post_id uuid not null,
  constraint delegation_post_pk PRIMARY KEY (delegation_id, post_id),
  constraint delegation_post_delegation FOREIGN KEY (delegation_id) REFERENCES delegation(id),
  constraint delegation_post_post FOREIGN KEY (post_id) REFERENCES post(id)
);

-- table document, last changed by 0007-amendments-of-parts
create table document (
  id uuid not null,
  province text not null,
  state text not null,
  sha256 text,
  file_name text not null,
  size bigint not null,
  format text,
  received_at timestamp with time zone not null,
  received_by text not null,
  type text,
  number text,
  number_key text,
  issued_on text,
  place text,
  issuer text,
  agency_key text not null,
  subject text,
  theme text,
  years integer[] not null,
  signatory jsonb not null,
  recipients text[] not null,
  refused_code text,
  refused_reason text,
  arrival_number integer,
  arrival_year integer not null,
  arrived_on date not null,
  urgency text not null,
  sender text not null,
  note text not null,
  duplicate_of uuid,
  supersedes uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text,
  review_version integer not null,
  open_count integer not null,
  unsure_count integer not null,
  accepted_count integer not null,
  dropped_count integer not null,
  acceptance integer not null,
  accepted_at timestamp with time zone,
  accepted_by text,
  version integer not null,
  amends uuid,
  constraint document_pk PRIMARY KEY (id),
  constraint document_arrival_number UNIQUE (province, arrival_year, arrival_number),
  constraint document_same_file UNIQUE (province, sha256),
  constraint document_supersedes_once UNIQUE (supersedes),
  constraint document_amends FOREIGN KEY (amends) REFERENCES document(id),
  constraint document_duplicate FOREIGN KEY (duplicate_of) REFERENCES document(id),
  constraint document_supersedes FOREIGN KEY (supersedes) REFERENCES document(id),
  constraint document_not_own_amendment CHECK ((amends <> id)),
  constraint document_not_own_successor CHECK ((supersedes <> id)),
  constraint document_one_base CHECK (((amends IS NULL) OR (supersedes IS NULL))),
  constraint document_secret_is_empty CHECK (((state <> 'secret'::text) OR ((file_name = ''::text) AND (number IS NULL) AND (subject IS NULL)))),
  constraint document_state CHECK ((state = ANY (ARRAY['received'::text, 'read'::text, 'refused'::text, 'secret'::text, 'accepted'::text]))),
  constraint document_urgency CHECK ((urgency = ANY (ARRAY['thường'::text, 'khẩn'::text, 'thượng khẩn'::text, 'hỏa tốc'::text])))
);
CREATE INDEX document_agency ON public.document USING gin (agency_key gin_trgm_ops);
CREATE INDEX document_amends ON public.document USING btree (amends) WHERE (amends IS NOT NULL);
CREATE INDEX document_arrival ON public.document USING btree (province, arrived_on DESC, arrival_number DESC);
CREATE INDEX document_number ON public.document USING btree (province, number_key) WHERE (number_key IS NOT NULL);

-- table document_acceptance, last changed by 0011-order-of-acceptance
create table document_acceptance (
  document_id uuid not null,
  number integer not null,
  at timestamp with time zone not null,
  by text not null,
  content jsonb not null,
  journal_seq bigint not null,
  constraint document_acceptance_pk PRIMARY KEY (document_id, number),
  constraint document_acceptance_document FOREIGN KEY (document_id) REFERENCES document(id)
);

-- table document_citation, last changed by 0004-documents
create table document_citation (
  document_id uuid not null,
  position integer not null,
  province text not null,
  number_key text,
  citation jsonb not null,
  constraint document_citation_pk PRIMARY KEY (document_id, "position"),
  constraint document_citation_document FOREIGN KEY (document_id) REFERENCES document(id)
);
CREATE INDEX document_citation_number ON public.document_citation USING btree (province, number_key) WHERE (number_key IS NOT NULL);

-- table document_reading, last changed by 0004-documents
create table document_reading (
  document_id uuid not null,
  number integer not null,
  read_at timestamp with time zone not null,
  reader_version text not null,
  text text not null,
  structure jsonb not null,
  constraint document_reading_pk PRIMARY KEY (document_id, number),
  constraint document_reading_document FOREIGN KEY (document_id) REFERENCES document(id)
);

-- table document_search, last changed by 0013-long-texts
create table document_search (
  document_id uuid not null,
  terms tsvector not null,
  part integer not null,
  constraint document_search_pk PRIMARY KEY (document_id, part),
  constraint document_search_document FOREIGN KEY (document_id) REFERENCES document(id)
);
CREATE INDEX document_search_parts ON public.document_search USING btree (document_id) WHERE (part = 1);
CREATE INDEX document_search_terms ON public.document_search USING gin (terms);

-- table document_text_piece, last changed by 0013-long-texts
create table document_text_piece (
  document_id uuid not null,
  position integer not null,
  text text not null,
  constraint document_text_piece_pk PRIMARY KEY (document_id, "position"),
  constraint document_text_piece_document FOREIGN KEY (document_id) REFERENCES document(id)
);

-- table holiday, last changed by 0003-places
create table holiday (
  province text not null,
  year integer not null,
  name text not null,
  from_date date not null,
  to_date date not null,
  constraint holiday_pk PRIMARY KEY (province, year, from_date),
  constraint holiday_calendar FOREIGN KEY (province, year) REFERENCES work_calendar(province, year) DEFERRABLE INITIALLY DEFERRED,
  constraint holiday_apart EXCLUDE USING gist (province WITH =, daterange(from_date, to_date, '[]'::text) WITH &&),
  constraint holiday_days CHECK ((from_date <= to_date))
);

-- table idempotency, last changed by 0008-replies-as-sent
create table idempotency (
  province text not null,
  actor text not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  at timestamp with time zone not null,
  headers jsonb default '{}'::jsonb not null,
  body text,
  constraint idempotency_pk PRIMARY KEY (province, actor, key)
);
CREATE INDEX idempotency_at ON public.idempotency USING btree (at);

-- table installation, last changed by 0001-platform
create table installation (
  province text not null,
  name text not null,
  opened_at timestamp with time zone not null,
  sample boolean not null,
  constraint installation_pk PRIMARY KEY (province)
);

-- table job_delivery, last changed by 0001-platform
create table job_delivery (
  id bigint generated by default as identity not null,
  province text not null,
  seq bigint not null,
  job text not null,
  state text not null,
  attempts integer not null,
  next_at timestamp with time zone not null,
  last_error text,
  done_at timestamp with time zone,
  constraint job_delivery_pk PRIMARY KEY (id),
  constraint job_delivery_once UNIQUE (province, seq, job),
  constraint job_delivery_state CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'quarantined'::text, 'given-up'::text])))
);
CREATE INDEX job_delivery_quarantined ON public.job_delivery USING btree (province, id) WHERE (state = 'quarantined'::text);
CREATE INDEX job_delivery_waiting ON public.job_delivery USING btree (next_at, id) WHERE (state = 'waiting'::text);

-- table journal, last changed by 0001-platform
create table journal (
  province text not null,
  seq bigint not null,
  at timestamp(3) with time zone not null,
  actor text not null,
  event text not null,
  subject text not null,
  data jsonb not null,
  previous_hash text not null,
  hash text not null,
  constraint journal_pk PRIMARY KEY (province, seq)
);
CREATE INDEX journal_at ON public.journal USING btree (province, at);
CREATE INDEX journal_event ON public.journal USING btree (province, event, seq);
CREATE INDEX journal_subject ON public.journal USING btree (province, subject, seq);

-- table journal_head, last changed by 0001-platform
create table journal_head (
  province text not null,
  seq bigint not null,
  at timestamp(3) with time zone not null,
  hash text not null,
  constraint journal_head_pk PRIMARY KEY (province)
);

-- table make_up_day, last changed by 0003-places
create table make_up_day (
  province text not null,
  year integer not null,
  on_date date not null,
  instead_of date not null,
  constraint make_up_day_pk PRIMARY KEY (province, on_date),
  constraint make_up_day_calendar FOREIGN KEY (province, year) REFERENCES work_calendar(province, year) DEFERRABLE INITIALLY DEFERRED
);

-- table notice, last changed by 0015-notices
create table notice (
  id uuid default gen_random_uuid() not null,
  province text not null,
  key text not null,
  account_id uuid not null,
  assignment_id uuid not null,
  kind text not null,
  role text not null,
  is_stand_in boolean not null,
  stage integer,
  due date,
  verb text,
  capacity text,
  is_conflict boolean not null,
  words text,
  on_day date not null,
  is_void boolean not null,
  made_at timestamp(3) with time zone not null,
  read_at timestamp(3) with time zone,
  mail text not null,
  mail_attempts integer not null,
  mail_next_at timestamp(3) with time zone,
  mail_at timestamp(3) with time zone,
  constraint notice_pk PRIMARY KEY (id),
  constraint notice_assignment FOREIGN KEY (assignment_id) REFERENCES assignment(id),
  constraint notice_event CHECK ((((kind = 'event'::text) = (verb IS NOT NULL)) AND ((kind = 'event'::text) = (capacity IS NOT NULL)))),
  constraint notice_kind CHECK ((kind = ANY (ARRAY['stage'::text, 'event'::text, 'manual'::text]))),
  constraint notice_mail CHECK ((mail = ANY (ARRAY['none'::text, 'waiting'::text, 'sending'::text, 'sent'::text, 'refused'::text]))),
  constraint notice_stage CHECK ((((kind = 'stage'::text) = (stage IS NOT NULL)) AND ((kind = 'stage'::text) = (due IS NOT NULL))))
);
CREATE INDEX notice_mail_due ON public.notice USING btree (province, mail_next_at) WHERE (mail = ANY (ARRAY['waiting'::text, 'sending'::text, 'refused'::text]));
CREATE INDEX notice_of_person ON public.notice USING btree (account_id, made_at DESC, id) WHERE (NOT is_void);
CREATE UNIQUE INDEX notice_once ON public.notice USING btree (province, key) WHERE (NOT is_void);
CREATE INDEX notice_told ON public.notice USING btree (assignment_id, account_id);
CREATE INDEX notice_unread ON public.notice USING btree (account_id) WHERE ((read_at IS NULL) AND (NOT is_void));

-- table notice_morning, last changed by 0015-notices
create table notice_morning (
  province text not null,
  day date not null,
  at timestamp(3) with time zone not null,
  made integer not null,
  constraint notice_morning_pk PRIMARY KEY (province, day)
);

-- table oidc_attempt, last changed by 0002-people
create table oidc_attempt (
  state_hash text not null,
  province text not null,
  nonce text not null,
  verifier text not null,
  started_at timestamp with time zone not null,
  constraint oidc_attempt_pk PRIMARY KEY (state_hash)
);

-- table one_time_link, last changed by 0002-people
create table one_time_link (
  id uuid not null,
  province text not null,
  purpose text not null,
  account_id uuid,
  token_hash text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint one_time_link_pk PRIMARY KEY (id),
  constraint one_time_link_token UNIQUE (token_hash),
  constraint one_time_link_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint one_time_link_purpose CHECK ((purpose = ANY (ARRAY['first-admin'::text, 'reset'::text]))),
  constraint one_time_link_whose CHECK (((purpose = 'reset'::text) = (account_id IS NOT NULL)))
);
CREATE INDEX one_time_link_of_account ON public.one_time_link USING btree (account_id) WHERE (account_id IS NOT NULL);

-- table post, last changed by 0002-people
create table post (
  id uuid not null,
  province text not null,
  account_id uuid not null,
  role text not null,
  agency text,
  area text,
  valid_from date,
  valid_to date,
  constraint post_pk PRIMARY KEY (id),
  constraint post_once UNIQUE NULLS NOT DISTINCT (account_id, role, agency, area, valid_from),
  constraint post_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint post_agency FOREIGN KEY (province, agency) REFERENCES agency(province, code),
  constraint post_days CHECK ((valid_from <= valid_to))
);
CREATE INDEX post_of_agency ON public.post USING btree (province, agency) WHERE (agency IS NOT NULL);

-- table programme, last changed by 0010-joined-programmes
create table programme (
  id uuid not null,
  province text not null,
  document_id uuid not null,
  acceptance integer not null,
  state text not null,
  type text,
  number text,
  issued_on text,
  issuer text,
  subject text,
  theme text,
  years integer[] not null,
  outline jsonb not null,
  findings jsonb not null,
  search text not null,
  created_at timestamp with time zone not null,
  version integer not null,
  joined_to uuid,
  constraint programme_pk PRIMARY KEY (id),
  constraint programme_joined_to FOREIGN KEY (joined_to) REFERENCES programme(id),
  constraint programme_joined_is_over CHECK (((joined_to IS NULL) OR (state = 'withdrawn'::text))),
  constraint programme_state CHECK ((state = ANY (ARRAY['active'::text, 'withdrawn'::text])))
);
CREATE UNIQUE INDEX programme_document ON public.programme USING btree (province, document_id) WHERE (joined_to IS NULL);
CREATE INDEX programme_joined ON public.programme USING btree (joined_to) WHERE (joined_to IS NOT NULL);
CREATE INDEX programme_newest ON public.programme USING btree (province, state, created_at DESC, id);
CREATE INDEX programme_search ON public.programme USING gin (search gin_trgm_ops);

-- table programme_change, last changed by 0012-parted-programmes
create table programme_change (
  programme_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  document_id uuid not null,
  document_name text not null,
  role text not null,
  kind text,
  item_id uuid,
  item_kind text,
  place text,
  words text,
  before text,
  after text,
  joined_from uuid,
  constraint programme_change_pk PRIMARY KEY (programme_id, seq),
  constraint programme_change_joined_from FOREIGN KEY (joined_from) REFERENCES programme(id),
  constraint programme_change_programme FOREIGN KEY (programme_id) REFERENCES programme(id),
  constraint programme_change_item CHECK (((kind IS NULL) = (item_id IS NULL))),
  constraint programme_change_kind CHECK ((kind = ANY (ARRAY['added'::text, 'changed'::text, 'ended'::text, 'resumed'::text]))),
  constraint programme_change_role CHECK ((role = ANY (ARRAY['first'::text, 'again'::text, 'whole'::text, 'parts'::text, 'withdrawn'::text, 'restored'::text, 'apart'::text])))
);

-- table programme_deadline, last changed by 0005-programmes
create table programme_deadline (
  item_id uuid not null,
  kind text not null,
  on_day text,
  recurrence text,
  what text not null,
  constraint programme_deadline_pk PRIMARY KEY (item_id),
  constraint programme_deadline_item FOREIGN KEY (item_id) REFERENCES programme_item(id)
);

-- table programme_item, last changed by 0012-parted-programmes
create table programme_item (
  id uuid not null,
  province text not null,
  programme_id uuid not null,
  kind text not null,
  document_id uuid,
  proposal text,
  position double precision not null,
  path text not null,
  spans jsonb not null,
  certainty text not null,
  origin text not null,
  source_note text,
  decided_by text,
  decided_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_reason text,
  accepted jsonb,
  edited boolean not null,
  search text not null,
  version integer not null,
  place text not null,
  joined_from uuid,
  constraint programme_item_pk PRIMARY KEY (id),
  constraint programme_item_joined_from FOREIGN KEY (joined_from) REFERENCES programme(id),
  constraint programme_item_programme FOREIGN KEY (programme_id) REFERENCES programme(id),
  constraint programme_item_kind CHECK ((kind = ANY (ARRAY['task'::text, 'target'::text, 'deadline'::text, 'reporting'::text, 'trigger'::text]))),
  constraint programme_item_origin CHECK ((origin = ANY (ARRAY['read'::text, 'hand'::text]))),
  constraint programme_item_source CHECK (((document_id IS NOT NULL) OR (source_note IS NOT NULL)))
);
CREATE INDEX programme_item_programme ON public.programme_item USING btree (programme_id, kind, "position");
CREATE UNIQUE INDEX programme_item_proposal ON public.programme_item USING btree (programme_id, document_id, proposal) WHERE ((ended_at IS NULL) AND (proposal IS NOT NULL));

-- table programme_item_terms, last changed by 0007-amendments-of-parts
create table programme_item_terms (
  item_id uuid not null,
  programme_id uuid not null,
  position double precision not null,
  agencies text[] not null,
  terms tsvector not null,
  constraint programme_item_terms_pk PRIMARY KEY (item_id),
  constraint programme_item_terms_item FOREIGN KEY (item_id) REFERENCES programme_item(id)
);
CREATE INDEX programme_item_terms_found ON public.programme_item_terms USING gin (terms, agencies);
CREATE INDEX programme_item_terms_order ON public.programme_item_terms USING btree (programme_id, "position", item_id);

-- table programme_party, last changed by 0005-programmes
create table programme_party (
  item_id uuid not null,
  programme_id uuid not null,
  role text not null,
  position integer not null,
  printed text not null,
  kind text not null,
  code text,
  name text,
  members text[] not null,
  constraint programme_party_pk PRIMARY KEY (item_id, role, "position"),
  constraint programme_party_item FOREIGN KEY (item_id) REFERENCES programme_item(id),
  constraint programme_party_kind CHECK ((kind = ANY (ARRAY['agency'::text, 'group'::text, 'unknown'::text]))),
  constraint programme_party_role CHECK ((role = ANY (ARRAY['lead'::text, 'partner'::text, 'who'::text, 'from'::text])))
);
CREATE INDEX programme_party_members ON public.programme_party USING gin (members);
CREATE INDEX programme_party_programme ON public.programme_party USING btree (programme_id);

-- table programme_reporting, last changed by 0005-programmes
create table programme_reporting (
  item_id uuid not null,
  frequency text[] not null,
  recipient text,
  constraint programme_reporting_pk PRIMARY KEY (item_id),
  constraint programme_reporting_item FOREIGN KEY (item_id) REFERENCES programme_item(id)
);

-- table programme_target, last changed by 0005-programmes
create table programme_target (
  item_id uuid not null,
  indicator text not null,
  comparator text not null,
  value jsonb not null,
  unit text,
  direction text,
  baseline integer,
  constraint programme_target_pk PRIMARY KEY (item_id),
  constraint programme_target_item FOREIGN KEY (item_id) REFERENCES programme_item(id),
  constraint programme_target_comparator CHECK ((comparator = ANY (ARRAY['='::text, '>='::text, '<='::text, '>'::text, '<'::text, 'range'::text])))
);

-- table programme_task, last changed by 0005-programmes
create table programme_task (
  item_id uuid not null,
  text text not null,
  due text,
  recurrence text,
  output text,
  constraint programme_task_pk PRIMARY KEY (item_id),
  constraint programme_task_item FOREIGN KEY (item_id) REFERENCES programme_item(id)
);

-- table programme_trigger, last changed by 0005-programmes
create table programme_trigger (
  item_id uuid not null,
  condition text not null,
  consequence text not null,
  constraint programme_trigger_pk PRIMARY KEY (item_id),
  constraint programme_trigger_item FOREIGN KEY (item_id) REFERENCES programme_item(id)
);

-- table programme_version, last changed by 0005-programmes
create table programme_version (
  programme_id uuid not null,
  document_id uuid not null,
  acceptance integer not null,
  at timestamp with time zone not null,
  constraint programme_version_pk PRIMARY KEY (document_id, acceptance),
  constraint programme_version_programme FOREIGN KEY (programme_id) REFERENCES programme(id)
);
CREATE INDEX programme_version_programme ON public.programme_version USING btree (programme_id);

-- table reminder_hours, last changed by 0015-notices
create table reminder_hours (
  province text not null,
  seq integer not null,
  from_minute integer not null,
  until_minute integer not null,
  valid_from date not null,
  made_by text not null,
  made_at timestamp(3) with time zone not null,
  constraint reminder_hours_pk PRIMARY KEY (province, seq),
  constraint reminder_hours_order CHECK (((0 <= from_minute) AND (from_minute < until_minute) AND (until_minute <= 1440)))
);

-- table reminder_letter, last changed by 0014-assignments
create table reminder_letter (
  id uuid not null,
  province text not null,
  agency text not null,
  state text not null,
  subject text not null,
  request jsonb not null,
  sha256 text not null,
  size integer not null,
  number text,
  issued_on date,
  note text,
  made_by text not null,
  made_at timestamp(3) with time zone not null,
  changed_at timestamp(3) with time zone not null,
  version integer not null,
  constraint reminder_letter_pk PRIMARY KEY (id),
  constraint reminder_letter_sent CHECK (((state <> 'sent'::text) OR ((number IS NOT NULL) AND (issued_on IS NOT NULL)))),
  constraint reminder_letter_state CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'returned'::text, 'sent'::text, 'dropped'::text])))
);
CREATE INDEX reminder_letter_list ON public.reminder_letter USING btree (province, made_at);

-- table reminder_letter_assignment, last changed by 0014-assignments
create table reminder_letter_assignment (
  letter_id uuid not null,
  assignment_id uuid not null,
  days_late integer not null,
  constraint reminder_letter_assignment_pk PRIMARY KEY (letter_id, assignment_id),
  constraint reminder_letter_assignment_assignment FOREIGN KEY (assignment_id) REFERENCES assignment(id),
  constraint reminder_letter_assignment_letter FOREIGN KEY (letter_id) REFERENCES reminder_letter(id)
);
CREATE INDEX reminder_letter_assignment_of ON public.reminder_letter_assignment USING btree (assignment_id);

-- table reminder_rule, last changed by 0015-notices
create table reminder_rule (
  id uuid not null,
  province text not null,
  stage integer not null,
  roles text[] not null,
  valid_from date not null,
  valid_to date,
  made_by text not null,
  made_at timestamp(3) with time zone not null,
  seq integer not null,
  constraint reminder_rule_pk PRIMARY KEY (id),
  constraint reminder_rule_order UNIQUE (province, seq),
  constraint reminder_rule_days CHECK ((valid_from <= valid_to)),
  constraint reminder_rule_roles CHECK ((roles <@ ARRAY['focal'::text, 'head'::text, 'office'::text, 'leader'::text])),
  constraint reminder_rule_stage CHECK (((stage >= '-90'::integer) AND (stage <= 365)))
);

-- table reminder_sender, last changed by 0014-assignments
create table reminder_sender (
  province text not null,
  valid_from date not null,
  sender jsonb not null,
  constraint reminder_sender_pk PRIMARY KEY (province, valid_from)
);

-- table review_action, last changed by 0004-documents
create table review_action (
  document_id uuid not null,
  seq integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  by text not null,
  deed jsonb not null,
  constraint review_action_pk PRIMARY KEY (document_id, seq),
  constraint review_action_once UNIQUE (document_id, id),
  constraint review_action_document FOREIGN KEY (document_id) REFERENCES document(id)
);

-- table route, last changed by 0003-places
create table route (
  province text not null,
  code text not null,
  name text not null,
  class text not null,
  course text,
  length_km double precision,
  valid_from date,
  valid_to date,
  source text,
  version integer not null,
  constraint route_pk PRIMARY KEY (province, code),
  constraint route_days CHECK ((valid_from <= valid_to)),
  constraint route_length CHECK ((length_km >= (0)::double precision))
);

-- table schema_migration, last changed by 0001-platform
create table schema_migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null,
  constraint schema_migration_pk PRIMARY KEY (number)
);

-- table session, last changed by 0002-people
create table session (
  id uuid not null,
  province text not null,
  token_hash text not null,
  account_id uuid not null,
  delegation_id uuid,
  device text not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  constraint session_pk PRIMARY KEY (id),
  constraint session_token UNIQUE (token_hash),
  constraint session_account FOREIGN KEY (account_id) REFERENCES account(id),
  constraint session_delegation FOREIGN KEY (delegation_id) REFERENCES delegation(id)
);
CREATE INDEX session_last_seen ON public.session USING btree (last_seen_at);
CREATE INDEX session_of_account ON public.session USING btree (account_id);

-- table sign_in_throttle, last changed by 0002-people
create table sign_in_throttle (
  key text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  blocked_until timestamp with time zone not null,
  constraint sign_in_throttle_pk PRIMARY KEY (key)
);
CREATE INDEX sign_in_throttle_last ON public.sign_in_throttle USING btree (last_at);

-- table target_figure, last changed by 0016-targets
create table target_figure (
  id uuid not null,
  item_id uuid not null,
  province text not null,
  period text not null,
  seq integer not null,
  value double precision,
  is_met boolean,
  source text not null,
  note text,
  agency text,
  entered_by text not null,
  at timestamp(3) with time zone not null,
  corrects uuid,
  constraint target_figure_pk PRIMARY KEY (id),
  constraint target_figure_order UNIQUE (item_id, period, seq),
  constraint target_figure_corrects FOREIGN KEY (corrects) REFERENCES target_figure(id),
  constraint target_figure_item FOREIGN KEY (item_id) REFERENCES programme_item(id),
  constraint target_figure_first CHECK ((((seq = 1) = (corrects IS NULL)) AND ((seq > 1) OR (value IS NOT NULL) OR (is_met IS NOT NULL)))),
  constraint target_figure_one CHECK (((value IS NULL) OR (is_met IS NULL)))
);
CREATE INDEX target_figure_item ON public.target_figure USING btree (item_id, period, seq DESC);

-- table target_way, last changed by 0016-targets
create table target_way (
  item_id uuid not null,
  province text not null,
  rhythm text not null,
  measure text not null,
  reading text,
  agency text,
  version integer not null,
  constraint target_way_pk PRIMARY KEY (item_id),
  constraint target_way_item FOREIGN KEY (item_id) REFERENCES programme_item(id),
  constraint target_way_measure CHECK ((measure = ANY (ARRAY['sum'::text, 'latest'::text]))),
  constraint target_way_reading CHECK ((reading = ANY (ARRAY['level'::text, 'change'::text])))
);
CREATE INDEX target_way_agency ON public.target_way USING btree (province, agency) WHERE (agency IS NOT NULL);

-- table unit, last changed by 0003-places
create table unit (
  id bigint generated by default as identity not null,
  province text not null,
  code text not null,
  name text not null,
  kind text not null,
  parent text,
  valid_from date,
  valid_to date,
  search text not null,
  source text,
  constraint unit_pk PRIMARY KEY (id),
  constraint unit_days CHECK ((valid_from <= valid_to)),
  constraint unit_once EXCLUDE USING gist (province WITH =, code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
);
CREATE INDEX unit_code ON public.unit USING btree (province, code);

-- table unit_succession, last changed by 0003-places
create table unit_succession (
  province text not null,
  old_code text not null,
  new_code text not null,
  extent text not null,
  on_date date not null,
  source text,
  constraint unit_succession_pk PRIMARY KEY (province, old_code, new_code, on_date),
  constraint unit_succession_extent CHECK ((extent = ANY (ARRAY['whole'::text, 'part'::text])))
);

-- table upload, last changed by 0004-documents
create table upload (
  id uuid not null,
  province text not null,
  account text not null,
  name text not null,
  size bigint not null,
  received bigint not null,
  touched_at timestamp with time zone not null,
  document_id uuid,
  duplicate text,
  constraint upload_pk PRIMARY KEY (id),
  constraint upload_received CHECK (((received >= 0) AND (received <= size)))
);
CREATE INDEX upload_unfinished ON public.upload USING btree (province, touched_at) WHERE (document_id IS NULL);

-- table work_calendar, last changed by 0003-places
create table work_calendar (
  province text not null,
  year integer not null,
  source text not null,
  version integer not null,
  constraint work_calendar_pk PRIMARY KEY (province, year)
);
