package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** A host keeps a connection open, or looks in often, so that it can be told something. */
public final class PushChannel {

    public static final Explanation EXPLANATION = Explanation.of(
            "push_keepalive",
            "a push channel or keep-alive",
            Disposition.BENIGN,
            0.05,
            "every phone has one, few of them raise alerts",
            """
            seldom in clear:
                exchange_unknown -0.7, other_protocol 0.5, unidentified_automation -1, exchange_broken -1.5
            its server is found by name:
                named 0.3, never_named -1.5
            open long, with a beat, whether the host is used or not:
                long_lived 2, periodic 1.3, while_idle 0.7
            it has a beat:
                bursts -1.5, aperiodic -1
            it says little:
                fixed_size 0.7, upload_heavy -2.5, upload_more -2, download_heavy -2, unusual_amount -2
            it is there to be reached:
                answered 0.3, failed_once -1, failed_retries -1.5, partly_failed -0.3
            servers that many hosts share:
                push_port 2.5, shared_peer 0.7, long_known 0.7, internal_peer -1, admin_port -3
            software with a name:
                no_user_agent -0.5, empty_replies 0.3, browser_user_agent -1, named_software 0.3
            it talks once it is open:
                opened_empty -1
            """);

    private PushChannel() {}
}
