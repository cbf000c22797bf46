package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Something keeps trying a service that is gone, moved or closed, or does by mistake what others do by intent. */
public final class Misconfiguration {

    public static final Explanation EXPLANATION = Explanation.of(
            "misconfiguration",
            "a misconfiguration that retries",
            Disposition.BENIGN,
            0.08,
            "every network has some",
            """
            it is known software with an old setting:
                exchange_broken -1, unidentified_automation -1
            it tries again, at a beat or ever later:
                periodic 0.7, retry 1.6, aperiodic -0.3, while_idle 0.3
            nothing comes of it:
                fixed_size 0.3, upload_heavy -3, download_heavy -3, upload_more -2, unusual_amount -1
            what it asks for is not there:
                answered -3.5, failed_once 1.5, failed_retries 3, partly_failed 0.7
            it tries one thing:
                many_targets_failed -2, raced -2, spreading -2
            old settings are everywhere:
                shared_peer 0.3, internal_peer 0.3, long_known 0.3, group_destination -0.5
            known software with an old setting:
                attack_content -2, odd_port 0.3, opened_empty -0.3
            a job with an old password tries for ever:
                login_attempts 0.7
            one address given twice, a device left in its factory state, a loop:
                address_conflict -0.7, rogue_service 0.7, flood_rate -0.5
            """);

    private Misconfiguration() {}
}
