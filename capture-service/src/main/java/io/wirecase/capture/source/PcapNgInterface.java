package io.wirecase.capture.source;

/** An interface of a pcapng section. */
final class PcapNgInterface {

    /** Stands for an interface that a packet names and nothing describes: its link type is none. */
    static final PcapNgInterface UNDESCRIBED = new PcapNgInterface(-1, 0, PcapNgClock.MICROS);

    /** More than any gap between two packets has; keeps hostile numbers from running over. */
    private static final long MOST_LOST = 1L << 32;

    final int linkType;
    final long snapLength;
    final PcapNgClock clock;
    private long told = -1;
    private long lost = -1;

    PcapNgInterface(int linkType, long snapLength, PcapNgClock clock) {
        this.linkType = linkType;
        this.snapLength = snapLength;
        this.clock = clock;
    }

    /** Takes how many packets its statistics say were lost so far; a negative number says nothing. */
    void told(long dropped) {
        told = dropped < 0 ? told : dropped;
    }

    /** Takes how many packets were lost ahead of one. */
    void lost(long before) {
        if (before > 0 && this != UNDESCRIBED) {
            lost = Math.max(0, lost) + Math.min(before, MOST_LOST);
        }
    }

    /** Packets lost, by statistics or by the packets behind the gaps, whichever knows of more; -1 when neither. */
    long dropped() {
        return Math.max(told, lost);
    }
}
