-- Search over tasks and targets read every row that holds common words: with 2,000 plans half of all rows, each a page
-- of its own. Their words now stand in a narrow table that is either asked for a word or walked from the newest plan on.

-- One row for each live task and target, made from the item by `item-search-store.ts`.
create table programme_item_terms (
  item_id uuid not null,
  programme_id uuid not null,
  position integer not null,
  -- Everybody whom the item names, groups expanded.
  agencies text[] not null,
  -- Syllables without tone marks.
  terms tsvector not null,
  constraint programme_item_terms_pk primary key (item_id),
  constraint programme_item_terms_item foreign key (item_id) references programme_item (id)
);

insert into programme_item_terms (item_id, programme_id, position, agencies, terms)
select item.id, item.programme_id, item.position,
  array(
    select distinct member from programme_party party, unnest(party.members) member
    where party.item_id = item.id order by member
  ),
  array_to_tsvector(array(
    select word from unnest(string_to_array(item.search, ' ')) word where length(word) between 1 and 60
  ))
from programme_item item
where item.ended_at is null and item.kind in ('task', 'target');

create index programme_item_terms_found on programme_item_terms using gin (terms, agencies);
create index programme_item_terms_order on programme_item_terms (programme_id, position, item_id);

drop index programme_item_search;

-- The newest first, for the list of programmes and for the walk.
create index programme_newest on programme (province, state, created_at desc, id);
