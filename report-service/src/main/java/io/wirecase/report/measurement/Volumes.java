package io.wirecase.report.measurement;

import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.measure.Symmetry;
import io.wirecase.core.net.Party;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How much was sent, each way and at each layer.
 *
 * @param originator client to server
 * @param responder server to client
 * @param symmetry which side sent more payload
 */
public record Volumes(Layers originator, Layers responder, Symmetry symmetry) {

    /** The volumes of flows. @throws IllegalArgumentException without flows */
    static Volumes of(List<Flow> flows) {
        Layers up = layers(flows, Party.ORIGINATOR);
        Layers down = layers(flows, Party.RESPONDER);
        return new Volumes(
                up,
                down,
                Symmetry.of(
                        up.payload().volume().total(), down.payload().volume().total()));
    }

    /** Whether nearly every flow carries about the same payload, both ways, and not none. */
    public boolean alike() {
        Amount up = originator.payload();
        Amount down = responder.payload();
        return up.same() && down.same() && up.volume().median() + down.volume().median() > 0;
    }

    private static Layers layers(List<Flow> flows, Party party) {
        return new Layers(
                amount(flows, party, Counts::frameBytes),
                amount(flows, party, Counts::ipBytes),
                amount(flows, party, Counts::payloadBytes));
    }

    private static Amount amount(List<Flow> flows, Party party, ToLongFunction<Counts> layer) {
        return Amount.of(flows.stream()
                .map(f -> party == Party.ORIGINATOR
                        ? f.traffic().originator()
                        : f.traffic().responder())
                .mapToLong(layer)
                .toArray());
    }

    /**
     * One direction at the three layers.
     *
     * @param frame bytes on the wire
     * @param ip bytes of IP packets
     * @param payload bytes carried by the transport
     */
    public record Layers(Amount frame, Amount ip, Amount payload) {}
}
