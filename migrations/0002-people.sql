-- Who takes part: agencies and what became of them, people, what they may do, and how they sign in.

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
  -- Codes of places come from another capability, so no foreign key holds them here.
  unit_code text,
  source text,
  -- Names without marks, written by the program, so that both databases search alike.
  search text not null,
  version integer not null,
  constraint agency_pk primary key (province, code),
  constraint agency_parent foreign key (province, parent) references agency (province, code)
    deferrable initially deferred,
  constraint agency_not_own_parent check (parent <> code),
  constraint agency_days check (valid_from <= valid_to)
);

create index agency_search on agency using gin (search gin_trgm_ops);
create index agency_unit on agency (province, unit_code) where unit_code is not null;

-- Who took over whose work: a merger gives two rows to one successor, a split one row to each.
create table agency_successor (
  province text not null,
  agency text not null,
  successor text not null,
  constraint agency_successor_pk primary key (province, agency, successor),
  constraint agency_successor_agency foreign key (province, agency) references agency (province, code)
    deferrable initially deferred,
  constraint agency_successor_successor foreign key (province, successor) references agency (province, code)
    deferrable initially deferred,
  constraint agency_successor_not_itself check (agency <> successor)
);

create index agency_successor_back on agency_successor (province, successor);

create table agency_group (
  province text not null,
  code text not null,
  name text not null,
  aliases text[] not null,
  members jsonb not null,
  version integer not null,
  constraint agency_group_pk primary key (province, code)
);

create table account (
  id uuid not null,
  province text not null,
  login text not null,
  name text not null,
  search text not null,
  state text not null,
  -- Users of the sample, who may sign in without a password on this very machine.
  demo boolean not null,
  password_hash text,
  oidc_subject text,
  last_seen_at timestamptz,
  created_at timestamptz not null,
  version integer not null,
  constraint account_pk primary key (id),
  constraint account_login unique (province, login),
  constraint account_oidc_subject unique (province, oidc_subject),
  constraint account_state check (state in ('active', 'locked'))
);

create index account_search on account using gin (search gin_trgm_ops);

-- Contact stands apart: it is masked by default and every reading of it is journaled.
create table account_contact (
  account_id uuid not null,
  email text,
  phone text,
  constraint account_contact_pk primary key (account_id),
  constraint account_contact_account foreign key (account_id) references account (id)
);

create table post (
  id uuid not null,
  province text not null,
  account_id uuid not null,
  role text not null,
  agency text,
  area text,
  valid_from date,
  valid_to date,
  constraint post_pk primary key (id),
  constraint post_account foreign key (account_id) references account (id),
  constraint post_agency foreign key (province, agency) references agency (province, code),
  constraint post_days check (valid_from <= valid_to),
  constraint post_once unique nulls not distinct (account_id, role, agency, area, valid_from)
);

create index post_of_agency on post (province, agency) where agency is not null;

create table delegation (
  id uuid not null,
  province text not null,
  from_account uuid not null,
  to_account uuid not null,
  valid_from date not null,
  valid_to date not null,
  reason text not null,
  ended_at timestamptz,
  version integer not null,
  constraint delegation_pk primary key (id),
  constraint delegation_from foreign key (from_account) references account (id),
  constraint delegation_to foreign key (to_account) references account (id),
  constraint delegation_to_another check (from_account <> to_account),
  constraint delegation_days check (valid_from <= valid_to)
);

create index delegation_of_receiver on delegation (to_account, valid_to);
create index delegation_of_giver on delegation (from_account, valid_to);

create table delegation_post (
  delegation_id uuid not null,
  post_id uuid not null,
  constraint delegation_post_pk primary key (delegation_id, post_id),
  constraint delegation_post_delegation foreign key (delegation_id) references delegation (id),
  constraint delegation_post_post foreign key (post_id) references post (id)
);

-- Rows go when a session ends or runs out: the journal keeps that it was there.
create table session (
  id uuid not null,
  province text not null,
  token_hash text not null,
  account_id uuid not null,
  delegation_id uuid,
  device text not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  constraint session_pk primary key (id),
  constraint session_token unique (token_hash),
  constraint session_account foreign key (account_id) references account (id),
  constraint session_delegation foreign key (delegation_id) references delegation (id)
);

create index session_of_account on session (account_id);
create index session_last_seen on session (last_seen_at);

-- Failed sign-ins by login, address and both; the key is a hash, so that no address is kept.
create table sign_in_throttle (
  key text not null,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz not null,
  constraint sign_in_throttle_pk primary key (key)
);

create index sign_in_throttle_last on sign_in_throttle (last_at);

-- Links that are handed over in person: the first administrator, and a password set anew.
create table one_time_link (
  id uuid not null,
  province text not null,
  purpose text not null,
  account_id uuid,
  token_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint one_time_link_pk primary key (id),
  constraint one_time_link_token unique (token_hash),
  constraint one_time_link_account foreign key (account_id) references account (id),
  constraint one_time_link_purpose check (purpose in ('first-admin', 'reset')),
  constraint one_time_link_whose check ((purpose = 'reset') = (account_id is not null))
);

create index one_time_link_of_account on one_time_link (account_id) where account_id is not null;

-- A sign-in under way with the identity provider: the answer must come back to the same browser.
create table oidc_attempt (
  state_hash text not null,
  province text not null,
  nonce text not null,
  verifier text not null,
  started_at timestamptz not null,
  constraint oidc_attempt_pk primary key (state_hash)
);
