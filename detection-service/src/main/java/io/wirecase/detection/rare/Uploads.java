package io.wirecase.detection.rare;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Draw;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that a host is known to have uploaded far beyond what is usual for it, the most first; none where it turned out
 * to be usual. What it tells later takes the place of what it told before.
 *
 * @param host who sent
 * @param bucket the number of the event-time bucket it was counted in
 * @param uploads to whom
 */
public record Uploads(IpAddress host, long bucket, List<Upload> uploads) implements Told {

    private static final String DETAIL = "u ";

    /** Keeps its own copy of the list. */
    public Uploads {
        uploads = List.copyOf(uploads);
    }

    /** The detail of the key it is kept under. */
    String detail() {
        return DETAIL + bucket + " " + host;
    }

    static boolean at(String detail) {
        return detail.startsWith(DETAIL);
    }

    /** The details of the states that tell how many know those it went to. */
    Set<String> places() {
        return uploads.stream()
                .map(upload -> Contact.destinationDetail(
                        Contact.hash(upload.destination().place())))
                .collect(Collectors.toSet());
    }

    /** Whether a flow is of one of them. */
    public boolean keeps(Flow flow) {
        long lot = Draw.of(flow);
        return uploads.stream().anyMatch(upload -> upload.lots().contains(lot));
    }

    /** Whether a flow is of the upload that a reading tells of. */
    boolean shows(BehaviourReading reading, Flow flow) {
        long lot = Draw.of(flow);
        return uploads.stream()
                .filter(upload -> upload.firstNanos() == reading.behaviour().firstNanos()
                        && upload.packets() == reading.behaviour().packets())
                .anyMatch(upload -> upload.lots().contains(lot));
    }

    void write(StateWriter out) {
        out.block(host.bytes()).bits(bucket).counts(uploads.size());
        uploads.forEach(upload -> upload.write(out));
    }

    static Uploads read(StateReader in) {
        IpAddress host = IpAddress.of(in.block());
        long bucket = in.bits();
        List<Upload> uploads = new ArrayList<>();
        for (long left = in.count(); left > 0; left--) {
            uploads.add(Upload.read(in));
        }
        return new Uploads(host, bucket, uploads);
    }
}
