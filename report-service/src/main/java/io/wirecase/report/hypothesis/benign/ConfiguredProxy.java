package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** A host reaches others through a proxy, as it is set up to. */
public final class ConfiguredProxy {

    public static final Explanation EXPLANATION = Explanation.of(
            "configured_proxy",
            "a proxy used as configured",
            Disposition.BENIGN,
            0.03,
            "some sites, then all their hosts",
            """
            what a proxy is for:
                connect_many 3, connect_few 1.3, odd_port 0.5
            a proxy is set for all hosts:
                shared_peer 1.2, only_host -1, internal_peer 0.7, long_known 0.7
            what people and programs ask for passes through it:
                while_idle -1, periodic -0.7, aperiodic 0.3, bursts 0.3, long_lived 0.3
            mostly pages:
                upload_heavy -1.5, upload_more -0.7, download_heavy 0.3, unusual_amount -0.3, fixed_size -1
            by its name:
                named 0.3, never_named -0.5, exchange_broken -1.5, unidentified_automation -1
            a proxy in force answers:
                answered 0.3, failed_once -1, failed_retries -2
            what passes through it:
                browser_user_agent 0.7, named_software 0.3, no_user_agent -0.5, empty_replies -0.5, opened_empty -1,
                admin_port -2
            """);

    private ConfiguredProxy() {}
}
