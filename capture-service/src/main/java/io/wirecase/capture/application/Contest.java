package io.wirecase.capture.application;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.DatagramDecoder;
import io.wirecase.capture.application.datagram.DatagramProtocol;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.datagram.FlowContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the protocol of a flow of datagrams. One that is sure of a datagram wins at once; of those that are less sure,
 * the first that enough datagrams agree with.
 */
final class Contest {

    /** Protocols that may be in doubt at the same time. */
    private static final int MAX_CANDIDATES = 3;

    private static final List<Nominee> NOBODY = List.of();

    private final FlowContext context;
    private List<Candidate> candidates = List.of();
    private @Nullable String announced;
    private boolean asked;

    private record Nominee(DatagramProtocol protocol, Fit fit) {}

    private static final class Candidate {
        private final DatagramProtocol protocol;
        private final DatagramDecoder decoder;
        private final Fit fit;
        private int agreed = 1;

        Candidate(DatagramProtocol protocol, DatagramDecoder decoder, Fit fit) {
            this.protocol = protocol;
            this.decoder = decoder;
            this.fit = fit;
        }
    }

    Contest(FlowContext context) {
        this.context = context;
    }

    /** Takes the next datagram; what reads the flow from now on, or null as long as that is open. */
    @Nullable
    DatagramDecoder look(Datagram datagram) {
        if (!asked) {
            asked = true;
            announced = context.expectations()
                    .announced(
                            context.originator(),
                            context.responder(),
                            datagram.chunk().timeNanos());
        }
        List<Nominee> nominees = NOBODY;
        for (DatagramProtocol protocol : DatagramCatalog.ALL) {
            Fit fit = fit(protocol, datagram);
            if (fit == Fit.SURE) {
                DatagramDecoder sure = taken(protocol);
                if (sure.read(datagram)) {
                    return sure;
                }
            } else if (fit != Fit.NO && candidates.isEmpty()) {
                nominees = nominees.isEmpty() ? new ArrayList<>() : nominees;
                nominees.add(new Nominee(protocol, fit));
            }
        }
        DatagramDecoder proved = prove(datagram);
        if (proved == null && !nominees.isEmpty()) {
            nominate(nominees, datagram);
        }
        return proved;
    }

    /** An announcement is a hint as good as a port. */
    private Fit fit(DatagramProtocol protocol, Datagram datagram) {
        return protocol.recogniser()
                .fit(datagram.look())
                .surerIf(protocol.name().equals(announced));
    }

    /** The decoder that has read the flow so far, if it did, else a new one. */
    private DatagramDecoder taken(DatagramProtocol protocol) {
        for (Candidate candidate : candidates) {
            if (candidate.protocol == protocol) {
                return candidate.decoder;
            }
        }
        return protocol.begin().apply(context);
    }

    private @Nullable DatagramDecoder prove(Datagram datagram) {
        if (candidates.isEmpty()) {
            return null;
        }
        List<Candidate> left = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.decoder.read(datagram)) {
                candidate.agreed++;
                if (candidate.agreed >= candidate.fit.proof()) {
                    return candidate.decoder;
                }
                left.add(candidate);
            }
        }
        candidates = left;
        return null;
    }

    private void nominate(List<Nominee> nominees, Datagram datagram) {
        List<Candidate> found = new ArrayList<>();
        for (Nominee nominee : nominees) {
            DatagramDecoder decoder = nominee.protocol().begin().apply(context);
            if (found.size() < MAX_CANDIDATES && decoder.read(datagram)) {
                found.add(new Candidate(nominee.protocol(), decoder, nominee.fit()));
            }
        }
        candidates = found;
    }

    /** Bytes of memory it takes. */
    int held() {
        int held = 0;
        for (Candidate candidate : candidates) {
            held += candidate.decoder.held();
        }
        return held;
    }

    /** What it looks like, though that is not proved; null when nothing is likely. */
    @Nullable
    DatagramDecoder likely() {
        for (Candidate candidate : candidates) {
            if (candidate.fit == Fit.LIKELY) {
                return candidate.decoder;
            }
        }
        return null;
    }
}
