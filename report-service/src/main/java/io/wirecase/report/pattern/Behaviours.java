package io.wirecase.report.pattern;

import java.util.Set;

/** What the codes of behaviours mean to the case. */
public final class Behaviours {

    private static final Set<String> SCANS =
            Set.of("vertical_scan", "horizontal_scan", "block_scan", "random_scan", "distributed_scan", "slow_scan");

    private Behaviours() {}

    /** Whether a code names a scan. */
    public static boolean isScan(String code) {
        return SCANS.contains(code);
    }
}
