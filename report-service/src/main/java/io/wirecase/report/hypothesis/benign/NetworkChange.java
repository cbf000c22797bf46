package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** An address moves from one device to another, as in a fail-over, a new lease or a new device. */
public final class NetworkChange {

    public static final Explanation EXPLANATION = Explanation.of(
            "network_change",
            "a change in the network",
            Disposition.BENIGN,
            0.02,
            "now and then on every network",
            """
            another device answers for the address:
                address_conflict 1.3, rogue_service 1.5
            who moved has no need to push its claim while the old holder answers:
                claim_forged -3
            it happens once:
                periodic -2, while_idle 0.3, aperiodic 0.3
            said to the local network:
                internal_peer 0.3, group_destination 0.3, network_service 0.5
            what stood there is gone for a while:
                failed_once 0.7, failed_retries 0.7, partly_failed 0.5
            it is no exchange:
                answered -0.7, named -1.5, many_targets_failed -2
            it is no exchange:
                exchange_unknown -3, exchange_broken -2, unidentified_automation -3, no_user_agent -3,
                other_protocol -1
            it carries nothing:
                upload_heavy -3, upload_more -3, download_heavy -3, unusual_amount -1
            it is no exchange:
                browser_user_agent -3, named_software -3, odd_port -2, opened_empty -1
            """);

    private NetworkChange() {}
}
