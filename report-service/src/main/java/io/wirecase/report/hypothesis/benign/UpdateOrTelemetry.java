package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Software fetches updates or lists, or reports on itself, to its maker. */
public final class UpdateOrTelemetry {

    public static final Explanation EXPLANATION = Explanation.of(
            "update_telemetry",
            "a software update or telemetry",
            Disposition.BENIGN,
            0.12,
            "every host has a dozen programs that do it",
            """
            a check is not an update:
                exchange_whole -2, exchange_whole_few -1.5
            it has no reason to use another service's name:
                exchange_broken -1.5, exchange_some_broken -0.3, impersonation -1.5
            it asks for its maker's name:
                named 0.5, never_named -2, unidentified_automation -0.5
            now and then, at any hour:
                periodic 0.3, aperiodic 0.3, while_idle 0.3, long_lived -1
            an update is a download:
                download_heavy 1, fixed_size -0.5, unusual_amount 0.5
            a report on itself is small:
                upload_heavy -0.7, upload_more -0.5
            its maker keeps the servers up:
                answered 0.3, failed_once -1, failed_retries -2
            libraries that fetch race addresses:
                raced 0.7
            others run the same software:
                shared_peer 0.7, only_host -0.5, internal_peer -1.5, long_known 0.5, admin_port -2
            its servers are outside:
                group_destination -1.5
            it says what it is:
                named_software 1.3, browser_user_agent -0.7, no_user_agent -0.3
            it gets something in return:
                empty_replies -0.5, odd_port -0.5, opened_empty -0.7
            protective software looks hashes up as names:
                hidden_channel -1
            """);

    private UpdateOrTelemetry() {}
}
