package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Hosts talk to each other directly: calls, games, shared files, private networks. */
public final class PeerToPeer {

    public static final Explanation EXPLANATION = Explanation.of(
            "peer_to_peer",
            "peer-to-peer, a private network or a call",
            Disposition.BENIGN,
            0.03,
            "some hosts, many flows",
            """
            their protocols are known:
                call_or_vpn 3, other_protocol 0.5
            peers have addresses, no names:
                named -0.5, never_named 0.7, exchange_unknown -2, exchange_broken -1.5, unidentified_automation -1.5
            some peers are gone:
                partly_failed 0.5, many_targets_failed -1, failed_once -0.3, failed_retries -1.5, answered 0.2
            a call or a tunnel lasts:
                long_lived 1, bursts 0.3, aperiodic 0.3, periodic -0.3, while_idle -0.3
            both sides send:
                upload_heavy 0.3, upload_more 0.3, unusual_amount 0.5, fixed_size -0.7
            each host has its own peers:
                internal_peer -1, shared_peer -0.3, admin_port -3
            any port, not HTTP:
                odd_port 0.5, no_user_agent -1, browser_user_agent -2, opened_empty -1
            private networks hide in other protocols where they must:
                connect_few 0.3, mining_port -0.5, flood_rate -1
            """);

    private PeerToPeer() {}
}
