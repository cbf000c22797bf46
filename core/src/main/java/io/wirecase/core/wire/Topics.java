package io.wirecase.core.wire;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Every topic of the product; deployments create them from here and services use no other name. */
public final class Topics {

    static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);
    private static final Duration WORK_RETENTION = Duration.ofDays(7);
    private static final Duration PUBLIC_RETENTION = Duration.ofDays(30);

    /** States of captures. Written by capture. */
    public static final Topic CAPTURES = compacted("wirecase.captures", "capture id", true);
    /** Blocks of flows and end markers. Written by capture; internal. */
    public static final Topic FLOWS = deleted("wirecase.flows", "site and originator", WORK_RETENTION, false);
    /** New facts about hosts. Written by detection. */
    public static final Topic SIGHTINGS = deleted("wirecase.sightings", "site and host", WORK_RETENTION, true);
    /** Digests of flows by whom they concern, and end markers. Written and read by detection; internal. */
    public static final Topic DIGESTS = deleted("wirecase.digests", "site and subject", WORK_RETENTION, false);
    /** Alerts as detected and end markers. Written by detection; internal. */
    public static final Topic ALERTS = deleted("wirecase.alerts", "site and host", WORK_RETENTION, false);
    /** Alerts with intelligence, and end markers. Written by enrichment: the public contract. */
    public static final Topic ENRICHED_ALERTS =
            deleted("wirecase.enriched-alerts", "site and host", PUBLIC_RETENTION, true);
    /** What is known of hosts. Written by enrichment. */
    public static final Topic ASSETS = compacted("wirecase.assets", "site and host", true);
    /** Rules of what not to show. Written by report. */
    public static final Topic SUPPRESSIONS = compacted("wirecase.suppressions", "rule id", true);
    /** Analysts' verdicts. Written by report. */
    public static final Topic VERDICTS = compacted("wirecase.verdicts", "finding id", true);
    /** Reports that are ready. Written by report. */
    public static final Topic REPORTS = compacted("wirecase.reports", "report id", true);
    /** Enriched alerts as OCSF detection findings. Written by enrichment. */
    public static final Topic OCSF_FINDINGS =
            deleted("wirecase.ocsf-findings", "site and host", PUBLIC_RETENTION, true);
    /** Enriched alerts in the Elastic Common Schema. Written by enrichment. */
    public static final Topic ECS_ALERTS = deleted("wirecase.ecs-alerts", "site and host", PUBLIC_RETENTION, true);

    private static final List<Topic> WORKING = List.of(
            CAPTURES,
            FLOWS,
            SIGHTINGS,
            DIGESTS,
            ALERTS,
            ENRICHED_ALERTS,
            ASSETS,
            SUPPRESSIONS,
            VERDICTS,
            REPORTS,
            OCSF_FINDINGS,
            ECS_ALERTS);

    private Topics() {}

    /** All topics with the dead-letter topics of those that services read. */
    public static List<Topic> all() {
        return Stream.concat(
                        WORKING.stream(),
                        Stream.of(CAPTURES, FLOWS, SIGHTINGS, DIGESTS, ALERTS, ENRICHED_ALERTS, SUPPRESSIONS, VERDICTS)
                                .map(Topic::deadLetters))
                .toList();
    }

    private static Topic compacted(String name, String key, boolean publicContract) {
        return new Topic(name, key, Topic.Cleanup.COMPACT, null, publicContract);
    }

    private static Topic deleted(String name, String key, Duration retention, boolean publicContract) {
        return new Topic(name, key, Topic.Cleanup.DELETE, retention, publicContract);
    }
}
