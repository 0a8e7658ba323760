-- Being told in time: by which rules people are reminded, and what each person was told of which duty.

-- Rules are dated and only ever added: the one of a stage that began last holds. A province without any follows those
-- of the product until its first morning writes them down here.
create table reminder_rule (
  id uuid not null,
  province text not null,
  -- Days after the due day; before it when negative.
  stage integer not null,
  roles text[] not null,
  valid_from date not null,
  valid_to date,
  made_by text not null,
  made_at timestamptz(3) not null,
  -- In which order they were written: of two that begin on one day the later one holds.
  seq integer not null,
  constraint reminder_rule_pk primary key (id),
  constraint reminder_rule_order unique (province, seq),
  constraint reminder_rule_stage check (stage between -90 and 365),
  constraint reminder_rule_roles check (roles <@ array['focal', 'head', 'office', 'leader']),
  constraint reminder_rule_days check (valid_from <= valid_to)
);

-- Between which minutes of the day in Vietnam letters go out.
create table reminder_hours (
  province text not null,
  seq integer not null,
  from_minute integer not null,
  until_minute integer not null,
  valid_from date not null,
  made_by text not null,
  made_at timestamptz(3) not null,
  constraint reminder_hours_pk primary key (province, seq),
  constraint reminder_hours_order check (0 <= from_minute and from_minute < until_minute and until_minute <= 1440)
);

-- One person told of one duty. What the person sees is here from the moment it is made; the letter goes out later.
create table notice (
  id uuid not null default gen_random_uuid(),
  province text not null,
  -- The same notice made again has the same key.
  key text not null,
  account_id uuid not null,
  assignment_id uuid not null,
  kind text not null,
  role text not null,
  -- Nobody is left at the agency who could be told; the committee's office is told instead.
  is_stand_in boolean not null,
  -- Of a reminder: how many days after the due day, and which day that was.
  stage integer,
  due date,
  -- Of an event: what was done, in what capacity, whether it came too late; of both events and requests: the words.
  verb text,
  capacity text,
  is_conflict boolean not null,
  words text,
  -- The day in Vietnam by the clock that made it. A notice of a day that has not come yet was made by a clock that ran
  -- ahead: it is void, so that the person is told when the day comes.
  on_day date not null,
  is_void boolean not null,
  made_at timestamptz(3) not null,
  read_at timestamptz(3),
  -- How far the letter is: none for people without an address; sending is written before, sent after it went out.
  mail text not null,
  mail_attempts integer not null,
  mail_next_at timestamptz(3),
  mail_at timestamptz(3),
  constraint notice_pk primary key (id),
  constraint notice_assignment foreign key (assignment_id) references assignment (id),
  constraint notice_kind check (kind in ('stage', 'event', 'manual')),
  constraint notice_stage check ((kind = 'stage') = (stage is not null) and (kind = 'stage') = (due is not null)),
  constraint notice_event check ((kind = 'event') = (verb is not null) and (kind = 'event') = (capacity is not null)),
  constraint notice_mail check (mail in ('none', 'waiting', 'sending', 'sent', 'refused'))
);

create unique index notice_once on notice (province, key) where not is_void;
create index notice_of_person on notice (account_id, made_at desc, id) where not is_void;
create index notice_unread on notice (account_id) where read_at is null and not is_void;
create index notice_told on notice (assignment_id, account_id);
create index notice_mail_due on notice (province, mail_next_at) where mail in ('waiting', 'sending', 'refused');

-- On which days the morning's reminders were made.
create table notice_morning (
  province text not null,
  day date not null,
  at timestamptz(3) not null,
  made integer not null,
  constraint notice_morning_pk primary key (province, day)
);
