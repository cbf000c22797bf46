package io.wirecase.capture.flow;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.core.net.Party;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An IP packet whose parts are on the way. Bytes that came before and come again unchanged are ignored; any other
 * overlap makes it worthless, whatever comes after (RFC 5722 for IPv6; Linux since 4.19 does the same with IPv4). So do
 * parts that no sender makes: an odd length before the end, an end that moves, more than 65,535 bytes.
 */
final class FragmentedPacket {

    /** What became of it. */
    enum State {
        WAITING,
        /** All of it is there. */
        WHOLE,
        OVERLAPPING,
        MALFORMED,
        /** It timed out, its flow ended, or it had to make room. */
        GIVEN_UP
    }

    private static final int LONGEST = 65_535;
    private static final int UNIT = 8;
    private static final int USUAL = 2_048;
    /** Ranges that may be apart from each other; whoever sends more holes than that wants memory. */
    private static final int MAX_RANGES = 64;

    private static final byte[] NONE = {};

    final long startNanos;
    final boolean v4;
    State state = State.WAITING;

    /** The flow of its first part, once that came and as long as the flow goes on. */
    @Nullable
    LiveFlow flow;

    Party sender = Party.ORIGINATOR;
    long firstNanos;
    long firstNumber;
    /** The headers of its first part. */
    @Nullable
    DecodedPacket first;

    /** The next one of the same flow. */
    @Nullable
    FragmentedPacket next;

    private byte[] bytes = NONE;
    private int[] from = new int[2];
    private int[] to = new int[2];
    private int ranges;
    /** Where its end is, or -1 until the last part came. */
    private int length = -1;
    /** From where on a part was recorded shorter than it was. */
    private int cutAt = Integer.MAX_VALUE;

    /** A part that came before the first one. */
    record Early(DecodedPacket headers, RawPacket raw) {

        /** Bytes it takes besides the packet's. */
        private static final int OWN = 512;

        int memory() {
            return OWN + raw.captured();
        }
    }

    private List<Early> early = List.of();
    private int earlyMemory;

    FragmentedPacket(long startNanos, boolean v4) {
        this.startNanos = startNanos;
        this.v4 = v4;
    }

    /** Says which flow its first part was counted to. */
    void belongs(LiveFlow its, Party itsSender, RawPacket raw) {
        flow = its;
        sender = itsSender;
        firstNanos = raw.timeNanos();
        firstNumber = raw.number();
        if (its.parts != null && its.parts.state != State.WAITING) {
            its.parts = its.parts.next;
        }
        next = its.parts;
        its.parts = this;
    }

    /** Whether nothing more of it is waited for; of one that was dropped, more parts may still come. */
    boolean done() {
        return state == State.WHOLE || state == State.GIVEN_UP;
    }

    /** Bytes of memory it takes. */
    int memory() {
        return bytes.length + earlyMemory;
    }

    /** Whether all of it is there and was not read yet. */
    boolean unread() {
        return state == State.WHOLE && bytes.length > 0;
    }

    /** Whether parts of it wait for the first one. */
    boolean hasEarly() {
        return !early.isEmpty();
    }

    /** Keeps a part that came before the first one; false when that are enough. */
    boolean keepEarly(DecodedPacket part, RawPacket raw) {
        if (early.size() == MAX_RANGES) {
            return false;
        }
        DecodedPacket headers = new DecodedPacket();
        headers.likePartOf(part);
        early = early.isEmpty() ? new ArrayList<>() : early;
        Early kept = new Early(headers, raw);
        early.add(kept);
        earlyMemory += kept.memory();
        return true;
    }

    /** Hands over the parts that came before the first one, in the order they came, with what that told. */
    List<Early> takeEarly() {
        List<Early> its = early;
        early = List.of();
        earlyMemory = 0;
        if (first != null) {
            for (Early part : its) {
                part.headers().likeFirstFragment(first);
            }
        }
        return its;
    }

    /** Takes a part. */
    void add(DecodedPacket p) {
        int start = p.fragmentOffset();
        long stop = start + p.fragmentBytes();
        boolean odd = p.moreFragments() && (p.fragmentBytes() % UNIT != 0 || p.fragmentBytes() == 0);
        if (odd || stop > LONGEST || length >= 0 && (stop > length || !p.moreFragments() && stop != length)) {
            stop(State.MALFORMED);
            return;
        }
        int end = (int) stop;
        if (!p.moreFragments()) {
            length = end;
        }
        place(p, start, end);
        if (state == State.WAITING && length >= 0 && ranges == 1 && from[0] == 0 && to[0] >= length) {
            state = to[0] == length ? State.WHOLE : State.MALFORMED;
        }
    }

    private void place(DecodedPacket p, int start, int end) {
        int i = 0;
        while (i < ranges && to[i] < start) {
            i++;
        }
        if (i < ranges && from[i] <= start && end <= to[i]) {
            if (!same(p, start)) {
                stop(State.OVERLAPPING);
            }
            return;
        }
        boolean touchesBefore = i < ranges && to[i] == start;
        int after = touchesBefore ? i + 1 : i;
        if (after < ranges && from[after] < end) {
            stop(State.OVERLAPPING);
            return;
        }
        copy(p, start, end);
        boolean touchesAfter = after < ranges && from[after] == end;
        if (touchesBefore && touchesAfter) {
            to[i] = to[after];
            remove(after);
        } else if (touchesBefore) {
            to[i] = end;
        } else if (touchesAfter) {
            from[after] = start;
        } else {
            insert(i, start, end);
        }
    }

    private boolean same(DecodedPacket p, int start) {
        int recorded = Math.min(p.fragmentCaptured(), Math.max(0, cutAt - start));
        return Arrays.equals(bytes, start, start + recorded, p.bytes(), p.fragmentAt(), p.fragmentAt() + recorded);
    }

    private void copy(DecodedPacket p, int start, int end) {
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(LONGEST, Math.max(end, Math.max(USUAL, bytes.length * 2))));
        }
        int recorded = p.fragmentCaptured();
        System.arraycopy(p.bytes(), p.fragmentAt(), bytes, start, recorded);
        if (recorded < end - start) {
            cutAt = Math.min(cutAt, start + recorded);
        }
    }

    private void insert(int index, int start, int end) {
        if (ranges == MAX_RANGES) {
            stop(State.MALFORMED);
            return;
        }
        if (ranges == from.length) {
            from = Arrays.copyOf(from, ranges * 2);
            to = Arrays.copyOf(to, ranges * 2);
        }
        System.arraycopy(from, index, from, index + 1, ranges - index);
        System.arraycopy(to, index, to, index + 1, ranges - index);
        from[index] = start;
        to[index] = end;
        ranges++;
    }

    private void remove(int index) {
        ranges--;
        System.arraycopy(from, index + 1, from, index, ranges - index);
        System.arraycopy(to, index + 1, to, index, ranges - index);
    }

    /** Ends it, its bytes forgotten. */
    void stop(State why) {
        state = why;
        forget();
    }

    /** Forgets its bytes; what became of it stays known. */
    void forget() {
        bytes = NONE;
        ranges = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Bytes from its beginning on that are there. */
    int known() {
        return ranges == 0 || from[0] > 0 ? 0 : Math.min(to[0], cutAt);
    }

    /** How long its payload is, or the most it can be while the last part is missing. */
    int length() {
        return length >= 0 ? length : LONGEST;
    }
}
