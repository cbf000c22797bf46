package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** A person uses a browser or an application; a page pulls in what it is made of. */
public final class Browsing {

    public static final Explanation EXPLANATION = Explanation.of(
            "browsing", "a person browsing or a page loading", Disposition.BENIGN, 0.152, "what people do", """
            a browser says what it is:
                exchange_whole_few -2, exchange_broken -1.5, unidentified_automation -2
            people type and click names:
                named 0.5, never_named -2
            people come and go:
                bursts 1, aperiodic 0.7, retry -0.5, periodic -3.5, while_idle -2, long_lived -0.7
            pages differ and are fetched:
                fixed_size -2.5, download_heavy 1, upload_heavy -1.5, upload_more -1, unusual_amount 0.3
            what a link leads to is mostly there:
                answered 0.3, failed_once -1, failed_retries -3, raced 1.2
            names that others visit too:
                shared_peer 0.7, internal_peer -0.7, admin_port -3, long_known 0.3, group_destination -2.5
            a browser says what it is:
                no_user_agent -3, empty_replies -2, browser_user_agent 1.5, named_software -1.5
            through a proxy where one is set:
                attack_content -2, odd_port -0.7, opened_empty -1.5, connect_few -1.5, connect_many 0.5
            """);

    private Browsing() {}
}
