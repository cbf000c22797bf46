package io.wirecase.detection.rare;

import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Far more than is usual for a host, sent to one entity within an hour.
 *
 * @param destination the entity
 * @param firstNanos when the hour began
 * @param lastNanos when it ended
 * @param flows flows that carried it
 * @param packets their packets
 * @param sent payload the host sent
 * @param received payload it received
 * @param usual the most that is usual of it elsewhere, in bytes
 * @param compared how many other hours and entities that was learned from
 * @param lots of flows to show
 */
public record Upload(
        Destination destination,
        long firstNanos,
        long lastNanos,
        long flows,
        long packets,
        long sent,
        long received,
        long usual,
        long compared,
        List<Long> lots) {

    /** Keeps its own copy of the list. */
    public Upload {
        lots = List.copyOf(lots);
    }

    /** How one-sided it is: 1 where nothing came back, -1 where nothing was sent. */
    public double symmetry() {
        return sent == 0 ? 0 : (double) (sent - received) / (sent + received);
    }

    /** The same with flows to show. */
    public Upload showing(List<Long> some) {
        return new Upload(destination, firstNanos, lastNanos, flows, packets, sent, received, usual, compared, some);
    }

    void write(StateWriter out) {
        out.text(destination.entity())
                .text(destination.place())
                .bits(firstNanos)
                .bits(lastNanos)
                .counts(flows, packets, sent, received, usual, compared, lots.size());
        lots.forEach(out::bits);
    }

    static Upload read(StateReader in) {
        Destination destination = new Destination(in.text(), in.text());
        long first = in.bits();
        long last = in.bits();
        Upload upload = new Upload(
                destination,
                first,
                last,
                in.count(),
                in.count(),
                in.count(),
                in.count(),
                in.count(),
                in.count(),
                List.of());
        List<Long> lots = new ArrayList<>();
        for (long left = in.count(); left > 0; left--) {
            lots.add(in.bits());
        }
        return upload.showing(lots);
    }
}
