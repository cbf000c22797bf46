-- What to tell the reports topic of a finished report, kept with it in one transaction: never announced without being
-- stored, and announced until the broker has it.
ALTER TABLE report ADD COLUMN announcement bytea;
ALTER TABLE report ADD COLUMN announced timestamptz;
CREATE INDEX report_unannounced ON report (finished) WHERE announcement IS NOT NULL AND announced IS NULL;
