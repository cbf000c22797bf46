package io.wirecase.capture.tally;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.core.fact.ArpMessages;
import io.wirecase.core.fact.LinkFacts;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.Party;
import org.jspecify.annotations.Nullable;

/** The hardware addresses the two ends of an ARP flow claimed, and how. */
public final class ArpExchange {

    private static final int REQUEST = 1;
    private static final int REPLY = 2;

    /** A neighbour answers within milliseconds and a sleeping one within a second or so; later is no answer. */
    private static final long ANSWER_NANOS = 2_000_000_000L;

    private static final long NEVER = Long.MIN_VALUE;

    private final int firstOperation;
    private final MacAddress originatorClaim;
    private @Nullable MacAddress responderClaim;
    /** The hardware address a reply gave for the responder. */
    private @Nullable MacAddress answer;

    private final Sent originated = new Sent();
    private final Sent responded = new Sent();

    /** When the lower and the higher address asked last. */
    private final long[] asked = {NEVER, NEVER};

    /** Begins with the operation and the claim of the first message. */
    public ArpExchange(DecodedPacket first) {
        firstOperation = first.arpOperation();
        originatorClaim = first.arpSenderMac();
    }

    private static final class Sent {
        private long firstNanos = NEVER;
        private long lastNanos;
        private int requests;
        private int replies;
        private int unsolicited;
        private int gratuitous;
        private int otherSource;

        /** What it sent, or null before its first message. */
        @Nullable
        ArpMessages counts() {
            return firstNanos == NEVER
                    ? null
                    : new ArpMessages(firstNanos, lastNanos, requests, replies, unsolicited, gratuitous, otherSource);
        }
    }

    /** Takes over who asked before: another claim begins another flow, but it may answer the same question. */
    public void follow(ArpExchange before) {
        System.arraycopy(before.asked, 0, asked, 0, asked.length);
    }

    /** Whether the packet claims another hardware address than its sender did before in this flow. */
    public boolean contradicts(Party sender, DecodedPacket p) {
        MacAddress before = sender == Party.ORIGINATOR ? originatorClaim : responderClaim;
        return before != null && !before.equals(p.arpSenderMac());
    }

    /**
     * Counts a message.
     *
     * @param higher whether its sender is the higher of the two addresses
     */
    public void add(Party sender, boolean higher, DecodedPacket p, long nanos) {
        Sent sent = sender == Party.ORIGINATOR ? originated : responded;
        if (sender == Party.RESPONDER) {
            responderClaim = p.arpSenderMac();
            answer = answer == null && p.arpOperation() == REPLY ? responderClaim : answer;
        }
        sent.firstNanos = sent.firstNanos == NEVER ? nanos : sent.firstNanos;
        sent.lastNanos = nanos;
        MacAddress source = p.sourceMac();
        sent.otherSource += source != null && !source.equals(p.arpSenderMac()) ? 1 : 0;
        boolean gratuitous = p.source().equals(p.destination());
        sent.gratuitous += gratuitous ? 1 : 0;
        if (p.arpOperation() == REQUEST) {
            sent.requests++;
            asked[higher ? 1 : 0] = gratuitous ? asked[higher ? 1 : 0] : nanos;
        } else if (p.arpOperation() == REPLY) {
            sent.replies++;
            long question = asked[higher ? 0 : 1];
            boolean solicited = question != NEVER && nanos - question <= ANSWER_NANOS;
            sent.unsolicited += gratuitous || solicited ? 0 : 1;
        }
    }

    /**
     * What was claimed and sent so far.
     *
     * @param originatorMac link-layer source of the flow's first packet, or null where the link has none
     * @param responderMac link-layer destination of it, or null
     */
    public LinkFacts facts(@Nullable MacAddress originatorMac, @Nullable MacAddress responderMac) {
        return new LinkFacts(
                originatorMac,
                responderMac,
                firstOperation,
                originatorClaim,
                answer,
                originated.counts(),
                responded.counts());
    }
}
