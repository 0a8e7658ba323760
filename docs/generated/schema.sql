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

-- table idempotency, last changed by 0001-platform
create table idempotency (
  province text not null,
  actor text not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  reply jsonb not null,
  at timestamp with time zone not null,
  constraint idempotency_pk PRIMARY KEY (province, actor, key)
);

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

-- table work_calendar, last changed by 0003-places
create table work_calendar (
  province text not null,
  year integer not null,
  source text not null,
  version integer not null,
  constraint work_calendar_pk PRIMARY KEY (province, year)
);
