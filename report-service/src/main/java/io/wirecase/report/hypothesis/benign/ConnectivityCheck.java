package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** An operating system asks a fixed name over plain HTTP whether it is online or behind a portal. */
public final class ConnectivityCheck {

    public static final Explanation EXPLANATION = Explanation.of(
            "connectivity_check",
            "an operating system's connectivity check",
            Disposition.BENIGN,
            0.1,
            "every desktop and phone asks, and its request raises alerts by design",
            """
            the whole exchange is what makes a check:
                exchange_whole 4.6, exchange_whole_few 3
            one that breaks the model is not the check:
                exchange_broken -4.6, exchange_some_broken -1.5, impersonation -4.6
            what was said is near no known check:
                exchange_unknown -3.5, other_protocol -3.5
            a check looks up its name and carries it:
                exchange_unnamed -1.5, unidentified_automation -1, never_named -3
            every host of the same system makes it:
                named 0.3, answered 0.3, shared_peer 0.5, raced 0.3
            where others of the site run the same system they make it too:
                only_host -1
            a timer makes it, the same each time:
                periodic 1.2, fixed_size 0.7, long_known 0.7, retry 0.3, while_idle 0.3
            a timer makes it and it is over at once:
                aperiodic -1, bursts -1, long_lived -3
            it carries next to nothing:
                upload_heavy -3, upload_more -3, download_heavy -2, unusual_amount -2
            it fails where there is no way out:
                failed_once -0.5, failed_retries -1, partly_failed -0.5
            it asks one server outside:
                many_targets_failed -4.6, admin_port -4.6, flood_rate -4.6, internal_peer -4, group_destination -3
            both by design:
                no_user_agent 0.9, empty_replies 1.3
            its request is fixed:
                browser_user_agent -2, odd_port -2, opened_empty -1, attack_content -4
            it is plain HTTP:
                connect_few -4, connect_many -4, hidden_channel -4, call_or_vpn -3, mining_port -3, push_port -2
            """);

    private ConnectivityCheck() {}
}
