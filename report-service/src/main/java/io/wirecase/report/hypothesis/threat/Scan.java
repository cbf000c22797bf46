package io.wirecase.report.hypothesis.threat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Somebody tries many targets to learn which answer. */
public final class Scan {

    public static final Explanation EXPLANATION = Explanation.of(
            "scan", "a scan or reconnaissance", Disposition.MALICIOUS, 0.025, "rare inside, common from outside", """
            many targets, nothing said to them:
                many_targets_failed 4.6, odd_flags 2.5, opened_empty 1.2, spreading 0.7
            it works through addresses:
                named -2.5, never_named 1.5
            it has no exchange:
                exchange_broken -1, unidentified_automation -1, network_service -1
            as fast as it dares, or as slow as a timer keeps it:
                bursts 0.3, retry -0.3
            it carries nothing:
                upload_heavy -2, upload_more -2, download_heavy -2, fixed_size 0.3
            most of what it tries is not there, and it does not try again:
                answered -2.5, failed_retries -1.5, raced -3
            it looks for ways in:
                admin_port 0.5, long_known -1, group_destination -1.5
            looking comes before trying:
                browser_user_agent -1, attack_content 0.7, flood_rate 0.3, login_attempts -0.5
            """);

    private Scan() {}
}
