-- Incoming documents: uploads that resume, the archive with its register, what the reader said, what people decided.

-- How far an upload has come; its bytes lie beside the database until they are whole.
create table upload (
  id uuid not null,
  province text not null,
  account text not null,
  name text not null,
  size bigint not null,
  received bigint not null,
  touched_at timestamptz not null,
  document_id uuid,
  duplicate text,
  constraint upload_pk primary key (id),
  constraint upload_received check (received between 0 and size)
);

create index upload_unfinished on upload (province, touched_at) where document_id is null;

create table document (
  id uuid not null,
  province text not null,
  state text not null,
  -- Null once a document with a mark of secrecy was destroyed.
  sha256 text,
  file_name text not null,
  size bigint not null,
  format text,
  received_at timestamptz not null,
  received_by text not null,
  -- The header as it was read.
  type text,
  number text,
  number_key text,
  -- Known in part, so no date: `2024`, `2024-06`, `2024-06-30`.
  issued_on text,
  place text,
  issuer text,
  -- Folded issuer and sender, for the filter by agency.
  agency_key text not null,
  subject text,
  theme text,
  years integer[] not null,
  signatory jsonb not null,
  recipients text[] not null,
  refused_code text,
  refused_reason text,
  -- The register of incoming documents.
  arrival_number integer,
  arrival_year integer not null,
  arrived_on date not null,
  urgency text not null,
  sender text not null,
  note text not null,
  duplicate_of uuid,
  supersedes uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  -- The review: its version is the number of its last action; counts follow from the fold.
  review_version integer not null,
  open_count integer not null,
  unsure_count integer not null,
  accepted_count integer not null,
  dropped_count integer not null,
  acceptance integer not null,
  accepted_at timestamptz,
  accepted_by text,
  version integer not null,
  constraint document_pk primary key (id),
  constraint document_same_file unique (province, sha256),
  constraint document_arrival_number unique (province, arrival_year, arrival_number),
  constraint document_duplicate foreign key (duplicate_of) references document (id),
  constraint document_supersedes foreign key (supersedes) references document (id),
  constraint document_supersedes_once unique (supersedes),
  constraint document_not_own_successor check (supersedes <> id),
  constraint document_state check (state in ('received', 'read', 'refused', 'secret', 'accepted')),
  constraint document_urgency check (urgency in ('thường', 'khẩn', 'thượng khẩn', 'hỏa tốc')),
  constraint document_secret_is_empty check (state <> 'secret' or (file_name = '' and number is null and subject is null))
);

create index document_arrival on document (province, arrived_on desc, arrival_number desc);
create index document_number on document (province, number_key) where number_key is not null;
create index document_agency on document using gin (agency_key gin_trgm_ops);

-- The last number given in a year, locked by whoever takes the next.
create table arrival_counter (
  province text not null,
  year integer not null,
  last integer not null,
  constraint arrival_counter_pk primary key (province, year)
);

-- What the reader said; a later reading stands beside an earlier one and never changes it.
create table document_reading (
  document_id uuid not null,
  number integer not null,
  read_at timestamptz not null,
  reader_version text not null,
  text text not null,
  structure jsonb not null,
  constraint document_reading_pk primary key (document_id, number),
  constraint document_reading_document foreign key (document_id) references document (id)
);

-- Syllables and pairs of neighbouring syllables without tone marks, made by the program.
create table document_search (
  document_id uuid not null,
  terms tsvector not null,
  constraint document_search_pk primary key (document_id),
  constraint document_search_document foreign key (document_id) references document (id)
);

create index document_search_terms on document_search using gin (terms);

create table document_citation (
  document_id uuid not null,
  position integer not null,
  province text not null,
  number_key text,
  citation jsonb not null,
  constraint document_citation_pk primary key (document_id, position),
  constraint document_citation_document foreign key (document_id) references document (id)
);

create index document_citation_number on document_citation (province, number_key) where number_key is not null;

-- What people did in a review; rows never change, the state is folded from them.
create table review_action (
  document_id uuid not null,
  seq integer not null,
  id uuid not null,
  at timestamptz not null,
  by text not null,
  deed jsonb not null,
  constraint review_action_pk primary key (document_id, seq),
  constraint review_action_once unique (document_id, id),
  constraint review_action_document foreign key (document_id) references document (id)
);

-- What was accepted, as it stood then: names resolved, groups expanded.
create table document_acceptance (
  document_id uuid not null,
  number integer not null,
  at timestamptz not null,
  by text not null,
  content jsonb not null,
  constraint document_acceptance_pk primary key (document_id, number),
  constraint document_acceptance_document foreign key (document_id) references document (id)
);
