package io.wirecase.report.hypothesis.threat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Other traffic hides inside a protocol that is let through. */
public final class Tunnel {

    public static final Explanation EXPLANATION = Explanation.of(
            "tunnel",
            "a tunnel through an allowed protocol",
            Disposition.MALICIOUS,
            0.01,
            "rare; some are built by employees",
            """
            one protocol inside another where it does not belong:
                hidden_channel 3.7, connect_few 3, connect_many -0.5, odd_port 0.7
            the carrier may be any protocol that passes:
                network_service 0, call_or_vpn 0.7, push_port -1
            the carrier does not say what it carries:
                exchange_broken 1, exchange_some_broken 0.4, unidentified_automation 0.3, never_named 0.7,
                generated_names 0.5
            open while somebody works through it, whoever uses the host:
                long_lived 1, while_idle 0.5, periodic 0.2
            it carries both ways, and out:
                upload_heavy 1.3, upload_more 1, download_heavy -1.5, fixed_size -0.7
            it needs its other end:
                answered 0.2, failed_once -3, failed_retries -4, raced -1.5
            its other end is one person's:
                only_host 0.7, shared_peer -0.7, internal_peer -1, admin_port -0.7, long_known -0.3,
                group_destination -2.5
            a tool of somebody's own:
                no_user_agent 0.3, named_software -0.2, browser_user_agent -0.3, opened_empty -2
            """);

    private Tunnel() {}
}
