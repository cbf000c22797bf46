package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Somebody entitled to tries what is there: an inventory, a search for weak points, a test under load. */
public final class ApprovedScanner {

    public static final Explanation EXPLANATION = Explanation.of(
            "approved_scanner",
            "an approved scan, inventory or load test",
            Disposition.BENIGN,
            0.008,
            "one host of a site, if any, and no host is approved until somebody says so",
            """
            in packets it is a scan:
                many_targets_failed 2.5, odd_flags 1, opened_empty 1
            it comes back by its plan:
                long_known 2, periodic 0.5, while_idle 0.3
            it tries the site's own hosts, with accounts too:
                internal_peer 0.7, admin_port 0.5, spreading 1, login_attempts 0.5
            tests of load and of weak points look like what they test for:
                flood_rate 1, attack_content 0.7
            products say what they are:
                named_software 1, browser_user_agent -2, no_user_agent 0.2
            it works through addresses:
                named -1, never_named 0.7, exchange_broken -1, unidentified_automation -1
            it tries and leaves:
                answered -1.5, upload_heavy -2, upload_more -2, download_heavy -2, raced -3, shared_peer -0.5
            an inventory asks for names too:
                network_service -1
            """);

    private ApprovedScanner() {}
}
