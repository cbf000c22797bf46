-- The name a report is kept under where it is downloaded, without its ending; reports made before have none.
ALTER TABLE report ADD COLUMN file_name text;
