package io.wirecase.report.hypothesis.threat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** So many packets or connections that a service or a network stops. */
public final class Flood {

    public static final Explanation EXPLANATION = Explanation.of(
            "flood",
            "a flood meant to deny service",
            Disposition.MALICIOUS,
            0.008,
            "rare inside, common against servers",
            """
            a rate that serves no exchange:
                flood_rate 4, fixed_size 0.7
            no answer is wanted:
                many_targets_failed 0.3, failed_retries 0.5, odd_flags 0.5, opened_empty 0.5
            nothing is asked:
                answered -2, named -1.5, raced -3, exchange_unknown -0.7, exchange_broken -1,
                unidentified_automation -1
            more than the host ever sends:
                unusual_amount 0.7, upload_heavy 0.5, download_heavy -2
            for minutes, not for months:
                periodic -1, bursts 0.3, while_idle 0.2, long_known -1
            any protocol serves:
                group_destination 0, network_service -0.5, no_user_agent -0.5
            """);

    private Flood() {}
}
