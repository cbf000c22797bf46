-- Rules of what people need not see. What the suppressions topic does not hold yet is published from here, in this
-- direction only: a rule is on the topic once published equals revision, and a removed one goes after its tombstone.
CREATE TABLE suppression (
    id          uuid PRIMARY KEY,
    revision    integer NOT NULL,
    removed     boolean NOT NULL DEFAULT false,
    published   integer NOT NULL DEFAULT 0,
    body        bytea   NOT NULL
);
CREATE INDEX suppression_unpublished ON suppression (id) WHERE published < revision;
