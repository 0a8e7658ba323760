-- The money of plans: what each part of a plan is to cost, from which source, what was given for it and spent.

create table budget_line (
  id uuid not null,
  province text not null,
  programme_id uuid not null,
  -- The task that the money is for; null where it is for a clause or for the plan as a whole.
  item_id uuid,
  place text not null,
  what text not null,
  agency text,
  source text not null,
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_reason text,
  version integer not null,
  constraint budget_line_pk primary key (id),
  constraint budget_line_programme foreign key (programme_id) references programme (id),
  constraint budget_line_item foreign key (item_id) references programme_item (id),
  constraint budget_line_source check (source in ('central', 'province', 'commune', 'social', 'other')),
  constraint budget_line_end check ((ended_at is null) = (ended_reason is null))
);

create index budget_line_programme_id on budget_line (programme_id, place);

-- Rows never change. Amounts are whole đồng; a decrease is negative, and a mistake is taken back by its opposite.
create table budget_entry (
  id uuid not null,
  line_id uuid not null,
  kind text not null,
  amount bigint not null,
  on_day date not null,
  note text not null,
  entered_by text not null,
  at timestamptz(3) not null,
  reverses uuid,
  constraint budget_entry_pk primary key (id),
  constraint budget_entry_line foreign key (line_id) references budget_line (id),
  constraint budget_entry_reverses foreign key (reverses) references budget_entry (id),
  constraint budget_entry_reversed_once unique (reverses),
  constraint budget_entry_kind check (kind in ('estimate', 'allocated', 'spent')),
  constraint budget_entry_amount check (amount <> 0)
);

create index budget_entry_line_id on budget_entry (line_id, on_day, at);
