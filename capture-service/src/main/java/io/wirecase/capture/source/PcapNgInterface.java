package io.wirecase.capture.source;

/** An interface of a pcapng section. */
final class PcapNgInterface {

    /** Stands for an interface that a packet names and nothing describes: its link type is none. */
    static final PcapNgInterface UNDESCRIBED = new PcapNgInterface(-1, 0, PcapNgClock.MICROS);

    final int linkType;
    final long snapLength;
    final PcapNgClock clock;
    /** Packets lost by its own statistics, cumulative; -1 when they say nothing. */
    long dropped = -1;

    PcapNgInterface(int linkType, long snapLength, PcapNgClock clock) {
        this.linkType = linkType;
        this.snapLength = snapLength;
        this.clock = clock;
    }
}
