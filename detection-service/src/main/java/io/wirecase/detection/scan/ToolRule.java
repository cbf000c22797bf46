package io.wirecase.detection.scan;

import io.wirecase.core.alert.ToolGuess;
import io.wirecase.core.measure.ScanStatistics.Summary;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which program a scan may come from. Asked only once a scan was found by its outcomes, and answered only where nearly
 * all of its SYNs look alike. Anybody can send the same SYN, so the answer is a likelihood: the odds that a scan comes
 * from the program at all, times how much more often its SYNs look like this than another program's. Both are starting
 * values and not measured.
 */
enum ToolRule {
    NMAP(
            SynMark.NMAP,
            1.0 / 3,
            30,
            "window a multiple of 1024 up to 4096, MSS 1460 as the only option, time to live of 59 or less",
            "nmap's published source: window 1024, SYN options MSS 1460, random time to live from 37 to 59;"
                    + " older releases also 2048, 3072 and 4096"),
    MASSCAN(
            SynMark.MASSCAN,
            1.0 / 10,
            50,
            "window 1024 or 1025, no option or MSS 1460 alone, time to live begun at 255",
            "masscan's published packet template"),
    ZMAP(
            SynMark.ZMAP,
            1.0 / 10,
            30,
            "window 65535, no option, MSS alone or Windows' options, time to live begun at 255, a single port",
            "ZMap's published SYN probe module");

    /** The share of the SYNs that must look alike: a program of its own sends them all the same way. */
    private static final double LEAST_SHARE = 0.9;

    private final SynMark mark;
    private final double odds;
    private final double ratio;
    private final String basis;
    private final String source;

    ToolRule(SynMark mark, double odds, double ratio, String basis, String source) {
        this.mark = mark;
        this.odds = odds;
        this.ratio = ratio;
        this.basis = basis;
        this.source = source;
    }

    /**
     * The guess for a scan over TCP.
     *
     * @param technique how it probed: a program that completes handshakes leaves its SYNs to the system
     * @param marks how many targets' SYNs look like whose
     */
    static Optional<ToolGuess> guess(ScanTechnique technique, Summary contacts, Map<SynMark, Integer> marks) {
        if (technique != ScanTechnique.SYN) {
            return Optional.empty();
        }
        int seen = marks.entrySet().stream()
                .filter(entry -> entry.getKey() != SynMark.NONE)
                .mapToInt(Map.Entry::getValue)
                .sum();
        for (ToolRule rule : values()) {
            boolean alike = seen > 0 && marks.getOrDefault(rule.mark, 0) >= LEAST_SHARE * seen;
            if (alike && (rule != ZMAP || contacts.ports() == 1)) {
                return Optional.of(rule.guess());
            }
        }
        return Optional.empty();
    }

    private ToolGuess guess() {
        double posterior = odds * ratio;
        return new ToolGuess(name().toLowerCase(Locale.ROOT), posterior / (1 + posterior), basis, source);
    }
}
