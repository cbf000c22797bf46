-- A live source that goes on says every ten seconds how far all it saw is published. Such a mark is not the end.
ALTER TABLE flow_count ADD COLUMN through_nanos bigint;
ALTER TABLE flow_count ADD COLUMN ended boolean NOT NULL DEFAULT false;
UPDATE flow_count SET ended = announced IS NOT NULL;

ALTER TABLE alert_marker ADD COLUMN through_nanos bigint;
ALTER TABLE alert_marker ADD COLUMN ended boolean NOT NULL DEFAULT false;
UPDATE alert_marker SET ended = true;
