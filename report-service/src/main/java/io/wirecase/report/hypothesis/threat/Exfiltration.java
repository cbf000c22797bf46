package io.wirecase.report.hypothesis.threat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Data leaves for a place of somebody else. */
public final class Exfiltration {

    public static final Explanation EXPLANATION =
            Explanation.of("exfiltration", "exfiltration of data", Disposition.MALICIOUS, 0.012, "rare", """
            it sends out much more than comes back:
                upload_heavy 2.5, upload_more 1.6, unusual_amount 1.3
            a download brings in:
                download_heavy -3, fixed_size -1.5
            to where nothing is known of:
                exchange_broken 1, exchange_some_broken 0.5, unidentified_automation 0.3, never_named 0.7,
                impersonation 1
            when nobody looks:
                while_idle 0.5, periodic -0.2, retry -0.5, long_lived 0.3
            data only leaves where somebody takes it:
                answered 0.2, failed_once -3, failed_retries -4, partly_failed -0.5, raced -2
            a place no other host uses:
                only_host 0.7, shared_peer -0.7, internal_peer -2, admin_port -0.7, long_known -0.5,
                group_destination -2.5
            a tool of somebody's own:
                no_user_agent 0.3, empty_replies -0.3, browser_user_agent -0.3, named_software -0.3
            by a way that is let through:
                odd_port 0.4, connect_few 0.5, hidden_channel 0.7, opened_empty -2
            """);

    private Exfiltration() {}
}
