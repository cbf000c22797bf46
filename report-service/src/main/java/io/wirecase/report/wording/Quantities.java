package io.wirecase.report.wording;

import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;

/** Durations and amounts in the unit a reader would use; the formula says that the exact value was rounded. */
public final class Quantities {

    private static final double MINUTE = 60;
    private static final double HOUR = 3_600;
    private static final double DAY = 86_400;
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;

    private Quantities() {}

    /** A duration: ms below a second, s below two minutes, min below two hours, h below two days, else days. */
    public static Claim duration(Ledger ledger, double seconds, Basis basis) {
        if (seconds > 0 && seconds < 1) {
            return ledger.number(seconds * KILO, 1, "ms", basis);
        }
        if (seconds < 2 * MINUTE) {
            return ledger.number(seconds, seconds < 10 ? 2 : 0, "s", basis);
        }
        if (seconds < 2 * HOUR) {
            return ledger.number(seconds / MINUTE, 1, "min", basis);
        }
        return seconds < 2 * DAY
                ? ledger.number(seconds / HOUR, 1, "h", basis)
                : ledger.number(seconds / DAY, 1, "days", basis);
    }

    /** An amount of bytes: below ten thousand exactly, else in kB or MB of powers of ten. */
    public static Claim bytes(Ledger ledger, long bytes, Basis basis) {
        if (bytes < 10 * KILO) {
            return ledger.count(bytes, "bytes", basis);
        }
        return bytes < 10 * MEGA
                ? ledger.number((double) bytes / KILO, 1, "kB", basis)
                : ledger.number((double) bytes / MEGA, 1, "MB", basis);
    }
}
