package io.wirecase.capture.tally;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.core.fact.IcmpErrors;
import io.wirecase.core.fact.IcmpErrors.IcmpError;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import java.util.ArrayList;
import java.util.List;

/** The ICMP errors about one flow: a few kinds, each counted. */
public final class ErrorLog {

    private final List<Kind> kinds = new ArrayList<>(1);
    private long omitted;

    private static final class Kind {
        private final int type;
        private final int code;
        private final IpAddress reporter;
        private final Party about;
        private final long firstNanos;
        private long count;

        Kind(DecodedPacket error, Party about, long timeNanos) {
            this.type = error.icmpType();
            this.code = error.icmpCode();
            this.reporter = error.source();
            this.about = about;
            this.firstNanos = timeNanos;
        }

        boolean is(DecodedPacket error, Party whose) {
            return type == error.icmpType()
                    && code == error.icmpCode()
                    && about == whose
                    && reporter.low() == error.sourceLow()
                    && reporter.high() == error.sourceHigh();
        }
    }

    /** Counts an error about a packet of one side. */
    public void add(DecodedPacket error, Party about, long timeNanos) {
        for (Kind kind : kinds) {
            if (kind.is(error, about)) {
                kind.count++;
                return;
            }
        }
        if (kinds.size() == IcmpErrors.MAX_ERRORS) {
            omitted++;
            return;
        }
        Kind kind = new Kind(error, about, timeNanos);
        kind.count = 1;
        kinds.add(kind);
    }

    /** The kinds in the order they came, and how many errors of further kinds there were. */
    public IcmpErrors facts() {
        List<IcmpError> errors = new ArrayList<>(kinds.size());
        for (Kind kind : kinds) {
            errors.add(new IcmpError(kind.type, kind.code, kind.reporter, kind.about, kind.count, kind.firstNanos));
        }
        return new IcmpErrors(errors, omitted);
    }
}
