-- Everything a report is built from. Whole records are kept as bytes, exactly as they travelled: text from packets may
-- hold characters that neither text nor jsonb columns take (U+0000), and a copy must not differ from the bus.

-- The latest state of each capture, by revision, then by how far it is.
CREATE TABLE capture (
    id          uuid PRIMARY KEY,
    revision    integer     NOT NULL,
    site        text        NOT NULL,
    name        text        NOT NULL,
    state       text        NOT NULL,
    state_rank  smallint    NOT NULL,
    body        bytea       NOT NULL,
    updated     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX capture_site ON capture (site);

-- Flow records, a part of a long flow each. Days of arrival are partitions, so that old ones go by dropping a table.
CREATE TABLE flow_fact (
    arrived             date        NOT NULL,
    capture_id          uuid        NOT NULL,
    revision            integer     NOT NULL,
    flow_id             uuid        NOT NULL,
    part                integer     NOT NULL,
    last                boolean     NOT NULL,
    site                text        NOT NULL,
    transport           text        NOT NULL,
    ip_protocol         integer,
    originator          bytea       NOT NULL,
    originator_port     integer,
    responder           bytea       NOT NULL,
    responder_port      integer,
    start_nanos         bigint      NOT NULL,
    end_nanos           bigint      NOT NULL,
    start_time          timestamptz NOT NULL,
    first_packet        bigint      NOT NULL,
    out_packets         bigint      NOT NULL,
    out_frame_bytes     bigint      NOT NULL,
    out_ip_bytes        bigint      NOT NULL,
    out_payload_bytes   bigint      NOT NULL,
    in_packets          bigint      NOT NULL,
    in_frame_bytes      bigint      NOT NULL,
    in_ip_bytes         bigint      NOT NULL,
    in_payload_bytes    bigint      NOT NULL,
    application         text,
    application_from    text        NOT NULL,
    community_id        text,
    http_host           text,
    user_agent          text,
    server_name         text,
    resolved_name       text,
    whole               bytea       NOT NULL
) PARTITION BY RANGE (arrived);
CREATE INDEX flow_fact_capture ON flow_fact (capture_id);
CREATE INDEX flow_fact_pair ON flow_fact (site, originator, responder);
-- Only long flows have a second part: this stays small.
CREATE INDEX flow_fact_later_part ON flow_fact (flow_id, part) WHERE part > 1;

-- What queries see: the last part of each flow, superseded revisions left out.
CREATE VIEW flow_current AS
SELECT f.*
FROM flow_fact f
JOIN capture c ON c.id = f.capture_id AND c.revision = f.revision
WHERE f.last
   OR NOT EXISTS (
        SELECT 1 FROM flow_fact later
        WHERE later.part > 1 AND later.flow_id = f.flow_id AND later.part > f.part);

-- Where to go on reading; moved in the transaction that stores what was read.
CREATE TABLE flow_offset (
    topic           text    NOT NULL,
    partition_id    integer NOT NULL,
    next_offset     bigint  NOT NULL,
    PRIMARY KEY (topic, partition_id)
);

-- What of a capture arrived on a partition of the flows topic, and what its end marker announced.
CREATE TABLE flow_count (
    capture_id      uuid    NOT NULL,
    revision        integer NOT NULL,
    partition_id    integer NOT NULL,
    stored          bigint  NOT NULL DEFAULT 0,
    unreadable      bigint  NOT NULL DEFAULT 0,
    announced       bigint,
    partitions      integer,
    PRIMARY KEY (capture_id, revision, partition_id)
);

-- The highest revision of each alert.
CREATE TABLE alert (
    id                  uuid PRIMARY KEY,
    revision            integer     NOT NULL,
    site                text        NOT NULL,
    kind                text        NOT NULL,
    status              text        NOT NULL,
    host                bytea       NOT NULL,
    peer                bytea,
    flow_id             uuid,
    event_nanos         bigint      NOT NULL,
    event_time          timestamptz NOT NULL,
    score               integer     NOT NULL,
    captures            uuid[]      NOT NULL,
    capture_id          uuid        NOT NULL,
    capture_revision    integer     NOT NULL,
    codes               text[]      NOT NULL,
    body                bytea       NOT NULL
);
CREATE INDEX alert_host ON alert (site, host);
CREATE INDEX alert_time ON alert (event_nanos, id);
CREATE INDEX alert_captures ON alert USING gin (captures);
CREATE INDEX alert_flow ON alert (flow_id) WHERE flow_id IS NOT NULL;

-- One row per alert record a capture caused, however often it was delivered.
CREATE TABLE alert_receipt (
    capture_id          uuid    NOT NULL,
    capture_revision    integer NOT NULL,
    alert_id            uuid    NOT NULL,
    revision            integer NOT NULL,
    PRIMARY KEY (capture_id, capture_revision, alert_id, revision)
);

-- End markers that came through detection and enrichment.
CREATE TABLE alert_marker (
    capture_id          uuid    NOT NULL,
    revision            integer NOT NULL,
    alert_partition     integer NOT NULL,
    flow_partition      integer NOT NULL,
    flow_partitions     integer NOT NULL,
    alerts              bigint  NOT NULL,
    PRIMARY KEY (capture_id, revision, alert_partition, flow_partition)
);

-- Reports asked for.
CREATE TABLE report (
    id              uuid PRIMARY KEY,
    created         timestamptz NOT NULL,
    state           text        NOT NULL,
    request         bytea       NOT NULL,
    idempotency_key text UNIQUE,
    title           text,
    finished        timestamptz,
    failure         bytea
);
CREATE INDEX report_created ON report (created);
CREATE INDEX report_waiting ON report (created) WHERE state = 'WAITING';

-- A finished report in each of its formats.
CREATE TABLE report_body (
    report_id       uuid    NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    media_type      text    NOT NULL,
    sha256          bytea   NOT NULL,
    body            bytea   NOT NULL,
    PRIMARY KEY (report_id, media_type)
);
