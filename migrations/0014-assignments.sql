-- Duties given to agencies: each is its actions, and a row of what they come to, by which lists and boards ask.

create table assignment (
  id uuid not null,
  province text not null,
  -- Null when a duty was typed by hand outside of any plan.
  programme_id uuid,
  item_id uuid,
  -- The clause as the plan's outline places it; the words of the duty as they were given.
  place text not null,
  section text not null,
  text text not null,
  output text,
  source_note text,
  kind text not null,
  -- What this one is of the task: the member that was meant and the day or period that it was for.
  member text not null,
  occurrence text not null,
  period text,
  partners text[] not null,
  -- How often a standing duty is looked at, and by which of the offices' calendars.
  review text,
  calendar text not null,
  batch uuid not null,
  made_at timestamptz(3) not null,
  -- What the actions come to.
  state text not null,
  agency text,
  delegate text,
  due date,
  first_due date,
  review_due date,
  -- The earlier of the two: by it the duty is late.
  next_due date,
  extension jsonb,
  extensions integer not null,
  percent integer,
  opened_at timestamptz(3),
  reported_at timestamptz(3),
  submitted_at timestamptz(3),
  -- The day in Vietnam of the last report that it is done.
  submitted_on date,
  verified_at timestamptz(3),
  returns integer not null,
  last_at timestamptz(3),
  conflicts integer not null,
  waiting integer not null,
  search text not null,
  version integer not null,
  constraint assignment_pk primary key (id),
  constraint assignment_programme foreign key (programme_id) references programme (id),
  constraint assignment_item foreign key (item_id) references programme_item (id),
  constraint assignment_kind check (kind in ('once', 'recurring', 'standing')),
  constraint assignment_calendar check (calendar in ('administrative', 'calendar')),
  constraint assignment_source check (item_id is not null or source_note is not null),
  constraint assignment_state check (state in (
    'unassigned', 'assigned', 'refused', 'accepted', 'awaiting-approval', 'awaiting-verification', 'returned',
    'verified', 'closed', 'withdrawn', 'not-applicable'
  ))
);

-- Making the duties of a plan again makes only what is not there yet.
create unique index assignment_once on assignment (item_id, member, occurrence) where item_id is not null;
create index assignment_due on assignment (province, next_due, id);
-- What the board counts, without touching the rows: all of them, the open ones, and those that were late.
create index assignment_board on assignment
  (province, agency, programme_id, section, state, next_due, submitted_on);
create index assignment_open on assignment (province, next_due)
  where state not in ('verified', 'closed', 'withdrawn', 'not-applicable') or conflicts > 0;
create index assignment_late on assignment (province, submitted_on)
  where state not in ('withdrawn', 'not-applicable') and (submitted_on is null or submitted_on > next_due);
create index assignment_agency on assignment (province, agency, next_due);
create index assignment_delegate on assignment (province, delegate, next_due) where delegate is not null;
create index assignment_partners on assignment using gin (partners);
create index assignment_programme_id on assignment (programme_id, place);
create index assignment_batch on assignment (batch);
create index assignment_search on assignment using gin (search gin_trgm_ops);

-- Rows never change: what people did, in the order in which it arrived.
create table assignment_action (
  assignment_id uuid not null,
  -- Made by the device of whoever acts.
  id text not null,
  seq integer not null,
  after text,
  -- When the person acted, and when it arrived.
  at timestamptz(3) not null,
  received_at timestamptz(3) not null,
  actor text not null,
  capacity text not null,
  deed jsonb not null,
  constraint assignment_action_pk primary key (assignment_id, id),
  constraint assignment_action_order unique (assignment_id, seq),
  constraint assignment_action_assignment foreign key (assignment_id) references assignment (id),
  constraint assignment_action_capacity check (capacity in (
    'office', 'leader', 'head', 'agency', 'delegate', 'partner', 'system'
  ))
);

-- Files that show what was done: stored by their hash, known by the duty for which they were sent.
create table assignment_file (
  assignment_id uuid not null,
  sha256 text not null,
  name text not null,
  type text not null,
  size integer not null,
  sent_by text not null,
  at timestamptz(3) not null,
  constraint assignment_file_pk primary key (assignment_id, sha256),
  constraint assignment_file_assignment foreign key (assignment_id) references assignment (id)
);

create index assignment_file_hash on assignment_file (sha256);

-- How an agency wants its duties handled: whether its head approves before the office hears that a duty is done.
create table assignment_way (
  province text not null,
  agency text not null,
  head_approves boolean not null,
  version integer not null,
  constraint assignment_way_pk primary key (province, agency)
);

-- Letters that remind an agency of what it has not done in time: as drafted, and what became of them.
create table reminder_letter (
  id uuid not null,
  province text not null,
  agency text not null,
  state text not null,
  subject text not null,
  -- What the letter was drafted from; the file that came of it lies in the store.
  request jsonb not null,
  sha256 text not null,
  size integer not null,
  number text,
  issued_on date,
  note text,
  made_by text not null,
  made_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  version integer not null,
  constraint reminder_letter_pk primary key (id),
  constraint reminder_letter_state check (state in ('draft', 'submitted', 'approved', 'returned', 'sent', 'dropped')),
  constraint reminder_letter_sent check (state <> 'sent' or (number is not null and issued_on is not null))
);

create index reminder_letter_list on reminder_letter (province, made_at);

create table reminder_letter_assignment (
  letter_id uuid not null,
  assignment_id uuid not null,
  days_late integer not null,
  constraint reminder_letter_assignment_pk primary key (letter_id, assignment_id),
  constraint reminder_letter_assignment_letter foreign key (letter_id) references reminder_letter (id),
  constraint reminder_letter_assignment_assignment foreign key (assignment_id) references assignment (id)
);

create index reminder_letter_assignment_of on reminder_letter_assignment (assignment_id);

-- Who signs reminders and for whom, from a day on.
create table reminder_sender (
  province text not null,
  valid_from date not null,
  sender jsonb not null,
  constraint reminder_sender_pk primary key (province, valid_from)
);
