-- What accepted plans ask for, who must do it by when, each item with the clause that it came from.

create table programme (
  id uuid not null,
  province text not null,
  -- The document in force; an amended plan takes the place of the earlier one.
  document_id uuid not null,
  -- The acceptance of that document which the items show.
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
  created_at timestamptz not null,
  version integer not null,
  constraint programme_pk primary key (id),
  constraint programme_document unique (province, document_id),
  constraint programme_state check (state in ('active', 'withdrawn'))
);

create index programme_search on programme using gin (search gin_trgm_ops);

-- Every document that a programme has rested on: the one in force and those that it superseded.
create table programme_version (
  programme_id uuid not null,
  document_id uuid not null,
  acceptance integer not null,
  at timestamptz not null,
  constraint programme_version_pk primary key (document_id, acceptance),
  constraint programme_version_programme foreign key (programme_id) references programme (id)
);

create index programme_version_programme on programme_version (programme_id);

-- What all items have in common: where it comes from, who decided it, whether it still counts.
create table programme_item (
  id uuid not null,
  province text not null,
  programme_id uuid not null,
  kind text not null,
  -- Null when typed by hand into the programme.
  document_id uuid,
  proposal text,
  position integer not null,
  path text not null,
  spans jsonb not null,
  certainty text not null,
  origin text not null,
  source_note text,
  decided_by text,
  decided_at timestamptz,
  ended_at timestamptz,
  ended_reason text,
  -- What the accepted document says, apart from what a person made of it afterwards; null when typed by hand.
  accepted jsonb,
  edited boolean not null,
  search text not null,
  version integer not null,
  constraint programme_item_pk primary key (id),
  constraint programme_item_programme foreign key (programme_id) references programme (id),
  constraint programme_item_kind check (kind in ('task', 'target', 'deadline', 'reporting', 'trigger')),
  constraint programme_item_origin check (origin in ('read', 'hand')),
  constraint programme_item_source check (document_id is not null or source_note is not null)
);

create index programme_item_programme on programme_item (programme_id, kind, position);
create unique index programme_item_proposal on programme_item (programme_id, document_id, proposal)
  where ended_at is null and proposal is not null;
create index programme_item_search on programme_item using gin (search gin_trgm_ops)
  where ended_at is null and kind in ('task', 'target');

create table programme_task (
  item_id uuid not null,
  text text not null,
  due text,
  recurrence text,
  output text,
  constraint programme_task_pk primary key (item_id),
  constraint programme_task_item foreign key (item_id) references programme_item (id)
);

create table programme_target (
  item_id uuid not null,
  indicator text not null,
  comparator text not null,
  -- A number, the two ends of a range, or null for a goal without a number.
  value jsonb not null,
  unit text,
  direction text,
  baseline integer,
  constraint programme_target_pk primary key (item_id),
  constraint programme_target_item foreign key (item_id) references programme_item (id),
  constraint programme_target_comparator check (comparator in ('=', '>=', '<=', '>', '<', 'range'))
);

create table programme_deadline (
  item_id uuid not null,
  kind text not null,
  -- Known in part, so no date: `2024-06`, `2026-Q2`, `2025-11-20/2025-12-03`.
  on_day text,
  recurrence text,
  what text not null,
  constraint programme_deadline_pk primary key (item_id),
  constraint programme_deadline_item foreign key (item_id) references programme_item (id)
);

create table programme_reporting (
  item_id uuid not null,
  frequency text[] not null,
  recipient text,
  constraint programme_reporting_pk primary key (item_id),
  constraint programme_reporting_item foreign key (item_id) references programme_item (id)
);

create table programme_trigger (
  item_id uuid not null,
  condition text not null,
  consequence text not null,
  constraint programme_trigger_pk primary key (item_id),
  constraint programme_trigger_item foreign key (item_id) references programme_item (id)
);

-- Who leads, works along, is meant by a deadline or reports: the printed name, what it meant, and its members then.
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
  constraint programme_party_pk primary key (item_id, role, position),
  constraint programme_party_item foreign key (item_id) references programme_item (id),
  constraint programme_party_role check (role in ('lead', 'partner', 'who', 'from')),
  constraint programme_party_kind check (kind in ('agency', 'group', 'unknown'))
);

create index programme_party_programme on programme_party (programme_id);
create index programme_party_members on programme_party using gin (members);
