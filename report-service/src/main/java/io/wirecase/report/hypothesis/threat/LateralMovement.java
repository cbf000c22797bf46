package io.wirecase.report.hypothesis.threat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Somebody inside moves from host to host with stolen credentials or through shares. */
public final class LateralMovement {

    public static final Explanation EXPLANATION = Explanation.of(
            "lateral_movement", "lateral movement", Disposition.MALICIOUS, 0.012, "rare, and late in an attack", """
            from one host to the next:
                spreading 3, many_targets_failed 0.5, login_attempts 0.7
            through services of administration:
                admin_port 1.4, internal_peer 0.7
            inside, by address:
                exchange_broken -1, unidentified_automation -0.5, named -1, never_named 0.5
            by hand:
                periodic -1, retry 0.3, while_idle 0.3
            tools are sent along:
                fixed_size -0.3, upload_heavy 0.3, download_heavy -0.5
            some doors open:
                failed_once -1, partly_failed 0.3, shared_peer -0.3, long_known -0.7
            through what lets it in:
                browser_user_agent -0.7, attack_content 1.2, odd_port 0.2, opened_empty 0.3
            """);

    private LateralMovement() {}
}
