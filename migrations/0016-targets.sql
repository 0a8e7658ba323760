-- How targets stand: who is asked for their figures and how these are taken, and every figure that was given.

-- Only targets about which somebody decided; the others go by what their words say.
create table target_way (
  item_id uuid not null,
  province text not null,
  rhythm text not null,
  measure text not null,
  -- A person's word on whether the number is a level or a change; null: as the words read.
  reading text,
  -- The agency that is asked for the figures, beside the office.
  agency text,
  version integer not null,
  constraint target_way_pk primary key (item_id),
  constraint target_way_item foreign key (item_id) references programme_item (id),
  constraint target_way_measure check (measure in ('sum', 'latest')),
  constraint target_way_reading check (reading in ('level', 'change'))
);

create index target_way_agency on target_way (province, agency) where agency is not null;

-- Rows never change: a correction is a further row of the same period, and says which one it corrects.
create table target_figure (
  id uuid not null,
  item_id uuid not null,
  province text not null,
  period text not null,
  -- Counts the entries of a period: two people who correct the same one cannot both be right.
  seq integer not null,
  value double precision,
  is_met boolean,
  source text not null,
  note text,
  agency text,
  entered_by text not null,
  at timestamptz(3) not null,
  corrects uuid,
  constraint target_figure_pk primary key (id),
  constraint target_figure_order unique (item_id, period, seq),
  constraint target_figure_item foreign key (item_id) references programme_item (id),
  constraint target_figure_corrects foreign key (corrects) references target_figure (id),
  constraint target_figure_one check (value is null or is_met is null),
  -- The first of a period says something; a later one may take it back.
  constraint target_figure_first check (
    (seq = 1) = (corrects is null) and (seq > 1 or value is not null or is_met is not null)
  )
);

create index target_figure_item on target_figure (item_id, period, seq desc);
