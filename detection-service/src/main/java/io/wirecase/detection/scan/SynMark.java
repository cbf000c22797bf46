package io.wirecase.detection.scan;

import io.wirecase.core.fact.SynFacts;
import org.jspecify.annotations.Nullable;

/**
 * Whose SYN a SYN looks like, by window, options and time to live: facts that the programs' own sources publish. A mark
 * makes nobody a scanner; it is read only of a scan that was found without it. Order is part of state: of several tries
 * at a target the most ordinary counts.
 */
enum SynMark {
    /** No SYN was seen. */
    NONE,
    /** nmap's raw SYN: see {@link ToolRule#NMAP}. */
    NMAP,
    /** masscan's template: see {@link ToolRule#MASSCAN}. */
    MASSCAN,
    /** ZMap's SYN module: see {@link ToolRule#ZMAP}. */
    ZMAP,
    /** Any other. */
    ORDINARY;

    private static final String MSS_ALONE = "mss";
    private static final int ETHERNET_MSS = 1_460;

    /** What a time to live that began at 255 is above, after as many routers as the internet has in a row. */
    private static final int BEGAN_AT_255 = 128;

    private static final int NMAP_MOST_TTL = 59;
    private static final int NMAP_STEP = 1_024;
    private static final int NMAP_MOST_WINDOW = 4_096;
    private static final int MASSCAN_WINDOW = 1_024;
    private static final int ZMAP_WINDOW = 65_535;
    private static final String ZMAP_WINDOWS_STYLE = "mss,nop,ws,nop,nop,sok";

    static SynMark of(@Nullable SynFacts syn) {
        if (syn == null) {
            return NONE;
        }
        if (nmap(syn)) {
            return NMAP;
        }
        if (syn.ttl() <= BEGAN_AT_255) {
            return ORDINARY;
        }
        if (masscan(syn)) {
            return MASSCAN;
        }
        return zmap(syn) ? ZMAP : ORDINARY;
    }

    private static boolean nmap(SynFacts syn) {
        return usualMssAlone(syn)
                && syn.window() > 0
                && syn.window() % NMAP_STEP == 0
                && syn.window() <= NMAP_MOST_WINDOW
                && syn.ttl() <= NMAP_MOST_TTL;
    }

    /** Its window is written as 1,024 and, in later versions, sent as 1,025. */
    private static boolean masscan(SynFacts syn) {
        return (syn.options().isEmpty() || usualMssAlone(syn))
                && (syn.window() == MASSCAN_WINDOW || syn.window() == MASSCAN_WINDOW + 1);
    }

    private static boolean zmap(SynFacts syn) {
        return syn.window() == ZMAP_WINDOW
                && (syn.options().isEmpty()
                        || syn.options().equals(MSS_ALONE)
                        || syn.options().equals(ZMAP_WINDOWS_STYLE));
    }

    private static boolean usualMssAlone(SynFacts syn) {
        Integer mss = syn.mss();
        return syn.options().equals(MSS_ALONE) && mss != null && mss == ETHERNET_MSS;
    }
}
