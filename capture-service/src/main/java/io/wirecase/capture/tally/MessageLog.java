package io.wirecase.capture.tally;

import io.wirecase.core.flow.Activity;
import io.wirecase.core.net.Party;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first packets with payload of a flow: when, who, how much. */
public final class MessageLog {

    private static final int USUAL = 2;

    private long[] offsets = new long[USUAL];
    /** Bytes sent, as its complement when the responder sent them. */
    private int[] sizes = new int[USUAL];

    private int count;

    /**
     * Takes a packet with payload; those behind the first {@link Activity#MAX_MESSAGES} are left out.
     *
     * @param offsetNanos time since the flow began
     */
    public void add(long offsetNanos, Party sender, long payloadBytes) {
        if (count == Activity.MAX_MESSAGES) {
            return;
        }
        if (count == sizes.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        int size = (int) Math.min(payloadBytes, Integer.MAX_VALUE);
        offsets[count] = offsetNanos;
        sizes[count] = sender == Party.ORIGINATOR ? size : ~size;
        count++;
    }

    /** The messages in the order they came. */
    public List<Activity.Message> messages() {
        List<Activity.Message> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean originator = sizes[i] >= 0;
            all.add(new Activity.Message(
                    offsets[i], originator ? Party.ORIGINATOR : Party.RESPONDER, originator ? sizes[i] : ~sizes[i]));
        }
        return all;
    }
}
