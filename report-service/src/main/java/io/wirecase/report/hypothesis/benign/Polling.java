package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Something asks a device or service at intervals how it is. */
public final class Polling {

    public static final Explanation EXPLANATION = Explanation.of(
            "polling", "monitoring or polling of a device", Disposition.BENIGN, 0.08, "networks are full of it", """
            it has an exchange of its own:
                exchange_whole -1.5, exchange_whole_few -1, exchange_broken -1.5
            what polls is usually known:
                unidentified_automation -0.7, never_named -0.3
            a timer, for as long as the device stands there:
                periodic 1.6, while_idle 0.5, long_known 0.9
            a timer is even:
                bursts -1.5, retry -0.5, aperiodic -2, long_lived -0.3
            the same question, much the same answer:
                fixed_size 0.8
            a status is small:
                upload_heavy -1, upload_more -0.5, download_heavy -1, unusual_amount -1
            what is polled answers:
                answered 0.3, failed_once -0.5, failed_retries -1
            it asks what it knows:
                many_targets_failed -2.5, spreading -1.5
            devices stand inside:
                internal_peer 1, admin_port 0.3, shared_peer 0.7, only_host -0.3
            it asks one device:
                group_destination -0.5
            a small program:
                no_user_agent 0.2, named_software 0.8, browser_user_agent -1.5, empty_replies 0.3
            its ports are its maker's choice:
                attack_content -3, odd_port 0.3
            an echo of a monitor may be large, but is always the same:
                hidden_channel -1
            """);

    private Polling() {}
}
