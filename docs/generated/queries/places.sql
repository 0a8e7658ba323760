-- The SQL of places/server/store.ts. Written by `npm run generate`; never by hand.

-- listUnits
select "code", "name", "kind", "parent", "valid_from", "valid_to", "source"
  from "unit"
  where "province" = $1
  order by "code", "id";

-- listSuccession
select *
  from "unit_succession"
  where "province" = $1
  order by "old_code", "new_code";

-- insertPlaces
insert into "unit" ("province", "code", "name", "kind", "parent", "valid_from", "valid_to", "search", "source")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
insert into "unit_succession" ("province", "old_code", "new_code", "extent", "on_date", "source")
  values ($1, $2, $3, $4, $5, $6);

-- listCalendarYears
select "year"
  from "work_calendar"
  where "province" = $1
  order by "year";

-- findCalendar
select *
  from "work_calendar"
  where "province" = $1 and "year" = $2;
select "name", "from_date", "to_date"
  from "holiday"
  where "province" = $1 and "year" = $2
  order by "from_date";
select "on_date", "instead_of"
  from "make_up_day"
  where "province" = $1 and "year" = $2
  order by "on_date";

-- listCalendars: of one year
select "year"
  from "work_calendar"
  where "province" = $1
  order by "year";
select *
  from "work_calendar"
  where "province" = $1 and "year" = $2;
select "name", "from_date", "to_date"
  from "holiday"
  where "province" = $1 and "year" = $2
  order by "from_date";
select "on_date", "instead_of"
  from "make_up_day"
  where "province" = $1 and "year" = $2
  order by "on_date";

-- saveCalendar: a new year
insert into "work_calendar" ("province", "year", "source", "version")
  values ($1, $2, $3, $4)
  on conflict do nothing;
delete from "holiday"
  where "province" = $1 and "year" = $2;
delete from "make_up_day"
  where "province" = $1 and "year" = $2;
insert into "holiday" ("province", "year", "name", "from_date", "to_date")
  values ($1, $2, $3, $4, $5);
insert into "make_up_day" ("province", "year", "on_date", "instead_of")
  values ($1, $2, $3, $4);

-- saveCalendar: a year that is there
update "work_calendar"
  set "source" = $1, "version" = $2
  where "province" = $3 and "year" = $4 and "version" = $5;
delete from "holiday"
  where "province" = $1 and "year" = $2;
delete from "make_up_day"
  where "province" = $1 and "year" = $2;
insert into "holiday" ("province", "year", "name", "from_date", "to_date")
  values ($1, $2, $3, $4, $5);
insert into "make_up_day" ("province", "year", "on_date", "instead_of")
  values ($1, $2, $3, $4);
