-- Targets are open to every agency (decision 0023), but whoever sees by agency could not find them.

-- `*` stands for everybody.
update programme_item_terms terms
set agencies = array['*']
from programme_item item
where item.id = terms.item_id and item.kind = 'target';
