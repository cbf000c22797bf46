package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Files are copied to where they are kept. */
public final class BackupOrSync {

    public static final Explanation EXPLANATION = Explanation.of(
            "backup_sync",
            "a backup or synchronisation",
            Disposition.BENIGN,
            0.03,
            "few hosts, much of what is sent",
            """
            it sends what has changed, much at once:
                upload_heavy 2.3, upload_more 1.2, unusual_amount 1.5
            what has changed differs:
                fixed_size -1.5
            where it goes is configured:
                named 0.5, never_named -1, unidentified_automation -1, exchange_broken -1.5, impersonation -1.5
            at its hour, for years:
                periodic 0.5, while_idle 0.7, long_lived 0.7, long_known 1.5
            it reaches its store:
                answered 0.3, failed_once -1.5, failed_retries -2
            the store is the site's, or a service many use:
                shared_peer 0.7, only_host -0.3, internal_peer 0.7, admin_port -0.3
            a program with a name:
                named_software 0.7, browser_user_agent -1.5, no_user_agent -0.3, empty_replies 0.3, attack_content -3
            directly, or through the proxy in force:
                odd_port -0.5, opened_empty -1, connect_few -1
            """);

    private BackupOrSync() {}
}
