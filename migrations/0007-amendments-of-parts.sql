-- A document may amend parts of a plan without taking its place: several may, one after the other. Each item says
-- where it stands in the plan, and what each document did to it is kept.

alter table document add column amends uuid;
alter table document add constraint document_amends foreign key (amends) references document (id);
alter table document add constraint document_not_own_amendment check (amends <> id);
alter table document add constraint document_one_base check (amends is null or supersedes is null);
create index document_amends on document (amends) where amends is not null;

-- The clause of the plan; for what an amendment brought, path is the clause of that amendment.
alter table programme_item add column place text;
update programme_item set place = path;
alter table programme_item alter column place set not null;
-- What is put in between stands at a fraction, so that nothing else moves.
alter table programme_item alter column position type double precision;
alter table programme_item_terms alter column position type double precision;

-- What was done to a plan, by which document; an item is named where one was touched.
create table programme_change (
  programme_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  document_id uuid not null,
  -- The document as people call it, and what it is to the plan.
  document_name text not null,
  role text not null,
  kind text,
  item_id uuid,
  item_kind text,
  place text,
  -- The words of the document that end the item.
  words text,
  -- What the item said before and after, in a line each.
  before text,
  after text,
  constraint programme_change_pk primary key (programme_id, seq),
  constraint programme_change_programme foreign key (programme_id) references programme (id),
  constraint programme_change_role check (role in ('first', 'again', 'whole', 'parts', 'withdrawn', 'restored')),
  constraint programme_change_kind check (kind in ('added', 'changed', 'ended', 'resumed')),
  constraint programme_change_item check ((kind is null) = (item_id is null))
);
