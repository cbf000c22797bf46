package io.wirecase.report.hypothesis.threat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Malware asks its operator at intervals what to do. */
public final class CommandAndControl {

    public static final Explanation EXPLANATION = Explanation.of(
            "c2_beacon",
            "a command-and-control beacon",
            Disposition.MALICIOUS,
            0.025,
            "rare, and what alerts are for",
            """
            it borrows a known service's name, seldom its whole exchange:
                exchange_broken 1.6, exchange_some_broken 0.7, impersonation 1.6
            nothing says what it is:
                unidentified_automation 1.4, never_named 1, exchange_unnamed 0.3
            it looks for its operator under names it computes:
                generated_names 2.3
            it asks at a beat, used or not:
                periodic 1.6, while_idle 0.4, long_lived 0.7
            it asks at a beat:
                bursts -1, retry -0.3, aperiodic -1.2
            mostly there is nothing to do:
                fixed_size 0.5, upload_heavy 0.3, upload_more 0.3, download_heavy -0.3
            one operator, who is there:
                answered 0.2, failed_once -0.5, failed_retries -1.5, many_targets_failed -2, raced -1.5
            a server few others use:
                shared_peer -0.9, only_host 0.7, internal_peer -1.5, admin_port -1, long_known -0.7
            it says little of itself:
                no_user_agent 0.7, empty_replies -0.8, browser_user_agent -0.3, named_software -0.5
            where it can get through:
                attack_content 0.7, odd_port 0.4, opened_empty -0.5, connect_few 0.7, hidden_channel 0.7,
                push_port -0.7
            """);

    private CommandAndControl() {}
}
