-- Captures that were deleted: what still arrives of them, late, goes as well.
CREATE TABLE capture_deletion (
    capture_id  uuid PRIMARY KEY,
    revision    integer     NOT NULL,
    deleted     timestamptz NOT NULL DEFAULT now()
);
