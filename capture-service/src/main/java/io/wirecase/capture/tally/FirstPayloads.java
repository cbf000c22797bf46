package io.wirecase.capture.tally;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Contents;
import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.core.fact.Content;
import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.measure.Entropy;
import io.wirecase.core.net.Party;
import java.util.ArrayList;
import java.util.List;

/** How the first payloads look of a flow that no parser knows yet. */
public final class FirstPayloads {

    private static final int BYTES = 256;
    private static final double THOUSAND = 1_000;
    private static final int FIRST_PRINTABLE = ' ';
    private static final int LAST_PRINTABLE = '~';

    private final List<FirstPayload> looks = new ArrayList<>(1);

    /** Looks at a packet that was recorded at least in part. */
    public void add(Party sender, DecodedPacket p) {
        int[] counts = new int[BYTES];
        int from = p.payloadAt();
        int length = p.payloadCaptured();
        int bits = 0;
        int printable = 0;
        int run = 0;
        int longest = 0;
        int start = 0;
        for (int i = 0; i < length; i++) {
            int value = p.bytes()[from + i] & 0xFF;
            counts[value]++;
            bits += Integer.bitCount(value);
            boolean text = value >= FIRST_PRINTABLE && value <= LAST_PRINTABLE;
            run = text ? run + 1 : 0;
            printable += text ? 1 : 0;
            longest = Math.max(longest, run);
            start = run == i + 1 ? run : start;
        }
        double entropy = rounded(Entropy.ofCounts(counts));
        Content content = Contents.of(new ByteReader(p.bytes(), from, length));
        boolean known = content != Content.OTHER && content != Content.TEXT;
        looks.add(new FirstPayload(
                sender,
                length,
                entropy,
                rounded((double) bits / length),
                printable,
                start,
                longest,
                known ? content : null,
                false));
    }

    /** Takes note of a packet without payload: what was said last was met with silence or a bare acknowledgement. */
    public void bare() {
        FirstPayload last = looks.getLast();
        if (!last.bareNext()) {
            looks.set(looks.size() - 1, last.followedByBare());
        }
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }

    /** The looks in the order of the packets. */
    public List<FirstPayload> looks() {
        return List.copyOf(looks);
    }
}
