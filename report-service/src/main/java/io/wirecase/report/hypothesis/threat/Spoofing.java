package io.wirecase.report.hypothesis.threat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** A device pretends to be another so that traffic passes through it. */
public final class Spoofing {

    public static final Explanation EXPLANATION = Explanation.of(
            "spoofing", "a forged address or service", Disposition.MALICIOUS, 0.006, "rare, and only inside", """
            it claims what is another's:
                address_conflict 3.3, rogue_service 2.7
            nobody else has to push a claim or make it in another's name:
                claim_forged 4
            a false claim has to be repeated:
                periodic 1, fixed_size 0.5, while_idle 0.2, aperiodic -0.3
            said to the local network:
                internal_peer 0.5, group_destination 0.3, network_service 0.7
            what it changes is whom others reach:
                named -2, exchange_unknown -2, exchange_broken 0.3, impersonation 1, unidentified_automation -2,
                other_protocol -1
            it only has to claim:
                answered -0.3, failed_once -0.5, failed_retries -1
            claims are small:
                upload_heavy -3, upload_more -2, download_heavy -3, no_user_agent -2, browser_user_agent -2,
                odd_port -1
            it begins one day:
                long_known -1.5
            """);

    private Spoofing() {}
}
