package io.wirecase.detection.arp;

/**
 * How likely it is that an address claimed by several stations is spoofed: prior odds times likelihood ratios of what
 * was seen. The ratios are starting values, each with its reason; they are not measured on labelled networks.
 *
 * @param likelihood 0 to 1, given that there are several claimants
 * @param kinds kinds of evidence for spoofing: one alone has an ordinary reason
 */
record Suspicion(double likelihood, int kinds) {

    /** An address changes hands in every network with leases, spares and wrong settings: spoofing is rare. */
    private static final double PRIOR_ODDS = 1.0 / 50;

    /** Two stations that claim it in turn are both alive: no hand-over looks like that. */
    private static final double CONTESTED = 40;

    /** Answers nobody asked for, again and again: how a poisoned cache is kept poisoned. */
    private static final double PUSHED = 15;

    /** One station claims the gateway's address and others', each of which its own station claims too. */
    private static final double MANY = 20;

    /** A few of them: also a late answer. */
    private static final double FEW_UNSOLICITED = 3;

    /** The claimed hardware address is not the sender's: tools get that wrong, and so do a few bridges. */
    private static final double OTHER_SOURCE = 30;

    /** Announcements are what a fail-over, a boot and a renewed lease look like. */
    private static final double GRATUITOUS = 1.2;

    /** The old one fell silent before the new one began: an address that moved. */
    private static final double HANDED_OVER = 1.0 / 5;

    /** The network itself gave the address to the new one. */
    private static final double LEASED = 1.0 / 50;

    /** A hardware address that is made to move between routers. */
    private static final double VIRTUAL = 1.0 / 50;

    /** Minutes in which both claimed it: fewer are the seams of a hand-over and of its way back. */
    static final int MIN_CONTESTED_MINUTES = 3;

    /** Unsolicited answers of one station from which they count as pushed. */
    static final int MIN_PUSHED = 5;

    /** Their least share of its messages: a capture that lost as many packets is hardly read. */
    static final double PUSHED_SHARE = 0.25;

    /** From here, and with two kinds of evidence, it is called spoofing. */
    static final double LIMIT = 0.8;

    static final int MIN_KINDS = 2;

    static Suspicion of(Contest contest) {
        return of(contest, false);
    }

    /** @param many whether one of the stations claims other stations' addresses too, a gateway's among them */
    static Suspicion of(Contest contest, boolean many) {
        double odds = PRIOR_ODDS * (many ? MANY : 1);
        int kinds = many ? 1 : 0;
        if (contested(contest)) {
            odds *= CONTESTED;
            kinds++;
        }
        if (contest.pushed()) {
            odds *= PUSHED;
            kinds++;
        } else if (contest.mostUnsolicited() > 0) {
            odds *= FEW_UNSOLICITED;
        }
        if (contest.total().otherSource() > 0) {
            odds *= OTHER_SOURCE;
            kinds++;
        }
        odds *= contest.total().gratuitous() > 0 ? GRATUITOUS : 1;
        odds *= contest.handedOver() ? HANDED_OVER : 1;
        odds *= contest.virtual() ? VIRTUAL : 1;
        odds *= contest.leased() ? LEASED : 1;
        return new Suspicion(odds / (1 + odds), kinds);
    }

    /** Whether two stations claim the address at the same time. */
    static boolean contested(Contest contest) {
        return contest.contestedMinutes() >= MIN_CONTESTED_MINUTES || contest.flipped();
    }

    boolean spoofed() {
        return likelihood >= LIMIT && kinds >= MIN_KINDS;
    }
}
