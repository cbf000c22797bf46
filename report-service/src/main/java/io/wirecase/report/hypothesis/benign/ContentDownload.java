package io.wirecase.report.hypothesis.benign;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Explanation;

/** Content is fetched from a network of caches, several of whose addresses are tried at once. */
public final class ContentDownload {

    public static final Explanation EXPLANATION = Explanation.of(
            "content_download",
            "a download from a content network",
            Disposition.BENIGN,
            0.1,
            "most bytes on most networks",
            """
            it asks in its own name:
                exchange_broken -1.5, unidentified_automation -1.5, exchange_whole -2.5, impersonation -1.5
            caches are found by name:
                named 0.7, never_named -1.5
            when somebody wants something:
                bursts 0.5, aperiodic 0.5, retry -0.3, periodic -1.5, while_idle -0.3, long_lived 0.3
            a download, of whatever size the content has:
                download_heavy 2, unusual_amount 0.7, fixed_size -2
            requests are small:
                upload_heavy -4, upload_more -3.5
            one name, many addresses, the quickest is used:
                raced 2
            caches answer:
                answered 0.3, failed_once -1, failed_retries -3.5, partly_failed -0.3
            a few addresses of one name:
                many_targets_failed -4.6
            others use the caches too:
                shared_peer 0.7, only_host -0.3, internal_peer -1, admin_port -3, group_destination -3, long_known 0.3
            something comes back:
                named_software 0.3, browser_user_agent 0.5, no_user_agent -0.5, empty_replies -2.5
            it says what it wants on its own port:
                odd_port -1, opened_empty -1.5, connect_many -1
            """);

    private ContentDownload() {}
}
