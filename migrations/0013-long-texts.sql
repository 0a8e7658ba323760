-- A very long text held the one connection of the embedded database for a quarter of a minute while it was saved, and
-- its words did not fit into one vector: the server refused them and never kept the text, the embedded database kept
-- them and found nothing. Its words stand in several vectors now, and its text arrives in pieces.

-- 0: what the register says of the document and, unless its text is very long, the words of the text.
alter table document_search add column part integer not null default 0;
alter table document_search alter column part drop default;
alter table document_search drop constraint document_search_pk;
alter table document_search add constraint document_search_pk primary key (document_id, part);
create index document_search_parts on document_search (document_id) where part = 1;

-- Pieces of a text on their way into its reading, which takes them in its own transaction.
create table document_text_piece (
  document_id uuid not null,
  position integer not null,
  text text not null,
  constraint document_text_piece_pk primary key (document_id, position),
  constraint document_text_piece_document foreign key (document_id) references document (id)
);
-- They stay for a moment: to press them together and apart again takes longer than to write them.
alter table document_text_piece alter column text set storage external;
