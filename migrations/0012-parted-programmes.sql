-- A plan that was recorded as the new version of another may be taken back and accepted alone. The two are parted again:
-- the older programme stands as before, the other gets back what it brought. For that it must be known where an item
-- and a line of the history came from; both stayed with the programme that had gone on for the two.

alter table programme_item add column joined_from uuid;
alter table programme_item add constraint programme_item_joined_from
  foreign key (joined_from) references programme (id);

alter table programme_change add column joined_from uuid;
alter table programme_change add constraint programme_change_joined_from
  foreign key (joined_from) references programme (id);
alter table programme_change drop constraint programme_change_role;
alter table programme_change add constraint programme_change_role
  check (role in ('first', 'again', 'whole', 'parts', 'withdrawn', 'restored', 'apart'));
