package io.wirecase.report.hypothesis.threat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Somebody guesses passwords. */
public final class BruteForce {

    public static final Explanation EXPLANATION = Explanation.of(
            "brute_force",
            "guessing of passwords",
            Disposition.MALICIOUS,
            0.012,
            "common from outside, rare inside",
            """
            the same service, tried again and again:
                login_attempts 4, admin_port 1.7
            each try is like the last:
                fixed_size 1, bursts 0.5, periodic 0.3, while_idle 0.3
            nothing can be guessed where nobody answers:
                failed_retries -1.5
            some doors stay shut:
                partly_failed 0.5, many_targets_failed 0.3
            by address, at a login:
                named -0.7, never_named 0.3, unidentified_automation -1, exchange_unknown -0.3, exchange_broken -1
            a try is small:
                upload_heavy -2, upload_more -1.5, download_heavy -2
            at a login:
                attack_content 0.7, opened_empty 0.5, browser_user_agent -0.7, odd_port 0.3
            it begins one day:
                long_known -1, shared_peer -0.3, raced -2
            """);

    private BruteForce() {}
}
