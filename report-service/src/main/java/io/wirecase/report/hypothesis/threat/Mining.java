package io.wirecase.report.hypothesis.threat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** A host computes for somebody else's coins. */
public final class Mining {

    public static final Explanation EXPLANATION =
            Explanation.of("mining", "mining for somebody else", Disposition.MALICIOUS, 0.003, "rare", """
            a pool's protocol:
                mining_port 3.5, other_protocol 0.5
            it works day and night:
                long_lived 1.3, periodic 0.5, while_idle 0.5
            shares are small:
                fixed_size 0.3, upload_heavy -2, upload_more -1, download_heavy -2
            it is not HTTP:
                exchange_unknown -1.5, exchange_broken -1, no_user_agent -0.7, browser_user_agent -2
            a pool that no other host uses:
                only_host 0.7, shared_peer -0.3, internal_peer -2, named 0.3
            the pool is there:
                failed_once -1.5, failed_retries -2, opened_empty -1
            through what passes:
                odd_port 0.5, connect_few 0.3
            """);

    private Mining() {}
}
