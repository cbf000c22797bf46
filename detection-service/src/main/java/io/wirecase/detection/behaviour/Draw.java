package io.wirecase.detection.behaviour;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.net.Endpoint;

/**
 * A flow's lot. Where not all flows can be kept or shown, those with the smallest lots are: a fair sample, the same one
 * in every order. It is drawn from what the packets say and from nothing else, so that a capture is judged and shown
 * alike wherever and however often it is sent; ids hold the site, and would not do. All parts of a flow have one lot.
 */
public final class Draw {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Draw() {}

    /** The lot of a flow: any number. */
    public static long of(Flow flow) {
        FlowKey key = flow.key();
        long lot = mix(flow.span().startNanos());
        lot = mix(lot ^ flow.span().firstPacket());
        // One packet begins two flows where one is carried in the other.
        return end(end(lot, key.originator()), key.responder());
    }

    private static long end(long lot, Endpoint end) {
        Integer port = end.port();
        long address = mix(lot ^ end.address().high()) ^ end.address().low();
        return mix(mix(address) ^ (port == null ? -1 : port));
    }

    /** Every bit depends on every bit (Stafford's thirteenth mix of the finaliser of MurmurHash3). */
    private static long mix(long value) {
        long mixed = value + GOLDEN;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
