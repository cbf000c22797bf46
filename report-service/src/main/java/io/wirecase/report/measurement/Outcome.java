package io.wirecase.report.measurement;

import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Party;

/** What became of a flow. */
public enum Outcome {
    /** The responder sent payload. */
    ANSWERED,
    /** The responder took part and neither refused nor sent payload. */
    EMPTY,
    /** The responder reset it before anything was said. */
    REFUSED,
    /** The responder sent nothing. */
    SILENT;

    /** The outcome of a flow, by what the capture shows. */
    public static Outcome of(Flow flow) {
        if (flow.traffic().responder().payloadBytes() > 0) {
            return ANSWERED;
        }
        if (flow.traffic().responder().packets() == 0) {
            return SILENT;
        }
        TcpFacts tcp = flow.facts().tcp();
        boolean refused = tcp != null && (tcp.state().equals("REJ") || tcp.firstReset() == Party.RESPONDER);
        return refused ? REFUSED : EMPTY;
    }

    /** Whether nothing came of it. */
    public boolean failed() {
        return this == REFUSED || this == SILENT;
    }
}
