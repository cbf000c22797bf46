package io.wirecase.capture.flow;

import io.wirecase.capture.application.ExpectedFlows;
import io.wirecase.capture.application.NameResolutions;
import io.wirecase.capture.application.SilentConnections;
import io.wirecase.capture.tcp.ByteBudget;
import io.wirecase.core.fact.Facts;
import org.jspecify.annotations.Nullable;

/**
 * One account of all that is kept of payload: parsers of open flows, what they read of flows that wait to go out,
 * resolved names, announced flows, and segments that came early. When it is full, the parsers of the flow that was
 * silent longest make room; the flow is counted on. That depends on packets alone, so that the same packets always
 * give the same flows. A parser is asked for what it takes after each of its packets, which costs no memory.
 */
final class ParserMemory {

    /** Names are worth as much as parsers; they may take this part of all. */
    private static final int NAMES_SHARE = 4;

    /** What a flow's parsers read waits packed, in this part of the memory at most. */
    private static final int PACKED_SHARE = 5;

    private static final int MAX_ANSWERS = NameResolutions.DEFAULT_CAP;

    private final long limit;
    private final NameResolutions names;
    private final ExpectedFlows expected = new ExpectedFlows();
    private final SilentConnections silent = new SilentConnections();
    private final ByteBudget early;
    private long reading;
    private long kept;
    private long retired;
    private @Nullable Parsers oldest;
    private @Nullable Parsers newest;

    /**
     * Nothing kept.
     *
     * @param limit bytes of all together
     * @param maxEarly bytes of segments that came early among them
     */
    ParserMemory(long limit, long maxEarly) {
        this.limit = limit;
        this.names = new NameResolutions(MAX_ANSWERS, limit / NAMES_SHARE);
        this.early = new ByteBudget(maxEarly);
    }

    NameResolutions names() {
        return names;
    }

    ExpectedFlows expected() {
        return expected;
    }

    /** What connections carried that fell silent. */
    SilentConnections silent() {
        return silent;
    }

    ByteBudget early() {
        return early;
    }

    /** Bytes kept of all. */
    long used() {
        return reading + kept + names.held() + expected.held() + silent.held() + early.used();
    }

    /** Flows of which less was read than parsers wanted. */
    long retired() {
        return retired;
    }

    /** Parsers begin. */
    void begin(Parsers parsers) {
        append(parsers);
    }

    /** Parsers took something: whoever was silent longest may have to make room. */
    void charge(Parsers parsers) {
        int now = parsers.held();
        reading += now - parsers.charged;
        parsers.charged = now;
        while (oldest != null && used() > limit) {
            pass(oldest);
        }
    }

    /** Gives parsers another turn if they are wanted and their flow had a packet since the last, else retires them. */
    private void pass(Parsers parsers) {
        remove(parsers);
        if (parsers.wantsMore() && parsers.flow.lastPacket() != parsers.seen) {
            append(parsers);
        } else {
            retire(parsers);
        }
    }

    private void retire(Parsers parsers) {
        boolean unfinished = parsers.wantsMore();
        reading -= parsers.charged;
        KeptFacts read = keep(KeptFacts.packed(parsers.facts()));
        parsers.settle(parsers.application(), read);
        parsers.charged = 0;
        if (unfinished || read == KeptFacts.NOTHING) {
            cut(parsers.flow);
        }
        if (parsers.flow.tcp != null) {
            parsers.flow.tcp.drop();
        }
    }

    private void cut(LiveFlow flow) {
        if (flow.readUntil == null) {
            flow.readUntil = flow.lastPacket();
            retired++;
        }
    }

    private KeptFacts keep(KeptFacts facts) {
        if (kept + facts.held() > limit - limit / NAMES_SHARE) {
            return KeptFacts.NOTHING;
        }
        kept += facts.held();
        return facts;
    }

    /**
     * Lets go of the parsers of a flow that ended, and charges what they read until {@link #release}.
     *
     * @param all what headers and parsers told
     * @param headers what headers alone told
     * @return all, or the headers where there is no room
     */
    KeptFacts ended(LiveFlow flow, Facts all, Facts headers) {
        Parsers parsers = flow.parsers;
        if (parsers == null) {
            return KeptFacts.plain(all, 0);
        }
        int its = parsers.held();
        boolean parsing = parsers.older != null || parsers.newer != null || oldest == parsers;
        if (parsing) {
            remove(parsers);
            reading -= parsers.charged;
        } else {
            kept -= its;
        }
        KeptFacts facts = keep(KeptFacts.plain(all, parsing ? its / PACKED_SHARE : its));
        if (facts == KeptFacts.NOTHING) {
            cut(flow);
            return KeptFacts.plain(headers, 0);
        }
        return facts;
    }

    /** Says that so many bytes of what was kept of a flow are no longer needed. */
    void release(int held) {
        kept -= held;
    }

    private void append(Parsers parsers) {
        parsers.seen = parsers.flow.lastPacket();
        parsers.older = newest;
        if (newest == null) {
            oldest = parsers;
        } else {
            newest.newer = parsers;
        }
        newest = parsers;
    }

    private void remove(Parsers parsers) {
        Parsers before = parsers.older;
        Parsers behind = parsers.newer;
        if (before == null) {
            oldest = behind;
        } else {
            before.newer = behind;
        }
        if (behind == null) {
            newest = before;
        } else {
            behind.older = before;
        }
        parsers.older = null;
        parsers.newer = null;
    }
}
