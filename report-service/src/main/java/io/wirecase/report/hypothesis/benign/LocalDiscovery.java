package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Hosts ask for names and addresses, and tell each other that they are there. */
public final class LocalDiscovery {

    public static final Explanation EXPLANATION = Explanation.of(
            "local_discovery",
            "name service or local discovery",
            Disposition.BENIGN,
            0.07,
            "without it no network works",
            """
            these protocols do nothing else:
                network_service 3, other_protocol 0.3
            said to all, or to the one that knows:
                group_destination 2.5, internal_peer 0.7, shared_peer 0.9
            it is not HTTP:
                exchange_unknown -3, exchange_unnamed -3, exchange_broken -3, unidentified_automation -3
            it is what finds names:
                named -0.5
            at start and now and then:
                periodic 0.7, bursts 0.3, aperiodic 0.3
            few bytes:
                fixed_size 0.3, upload_heavy -3.5, upload_more -2, download_heavy -3.5, unusual_amount -1
            nobody need answer:
                answered 0.2, failed_once 0.3, failed_retries -0.5
            a device that looks for others asks many addresses:
                many_targets_failed -1.5, flood_rate -1.5
            it is not HTTP:
                no_user_agent -1, browser_user_agent -2, named_software -1, empty_replies -1
            names of services and hashes can be long and odd:
                hidden_channel -1.2, generated_names -0.3
            it has ports of its own:
                odd_port -1, admin_port -3, opened_empty -1, connect_few -4, connect_many -4
            """);

    private LocalDiscovery() {}
}
