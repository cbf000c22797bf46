package io.wirecase.capture.tally;

import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Packets and bytes of a flow by minutes of the clock; made when a flow outlives the minute it began in. */
public final class MinuteLog {

    private static final long NANOS_PER_MINUTE = 60_000_000_000L;
    private static final int USUAL = 8;

    private long[] minutes = new long[USUAL];
    private long[] packets = new long[USUAL];
    private long[] bytes = new long[USUAL];
    private int count = 1;
    private int current;

    /**
     * A log that begins with one full minute.
     *
     * @param first that minute
     * @param counts what went in it
     */
    public MinuteLog(long first, Counts counts) {
        minutes[0] = first;
        packets[0] = counts.packets();
        bytes[0] = counts.frameBytes();
    }

    /** The minute of the clock that a time is in. */
    public static long minute(long nanos) {
        return Math.floorDiv(nanos, NANOS_PER_MINUTE);
    }

    /** Counts a packet in its minute; once all places are taken, further minutes are left out. */
    public void add(long minute, long frameBytes) {
        if (current < 0 || minutes[current] != minute) {
            current = find(minute);
        }
        if (current >= 0) {
            packets[current]++;
            bytes[current] += frameBytes;
        }
    }

    /** The place of a minute, a new one unless it came before a step of the clock; -1 when all places are taken. */
    private int find(long minute) {
        for (int i = count - 1; i >= 0; i--) {
            if (minutes[i] == minute) {
                return i;
            }
        }
        if (count == Activity.MAX_MINUTES) {
            return -1;
        }
        if (count == minutes.length) {
            int room = Math.min(Activity.MAX_MINUTES, count * 2);
            minutes = Arrays.copyOf(minutes, room);
            packets = Arrays.copyOf(packets, room);
            bytes = Arrays.copyOf(bytes, room);
        }
        minutes[count] = minute;
        return count++;
    }

    /** The minutes in the order they came. */
    public List<Activity.Minute> minutes() {
        List<Activity.Minute> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(new Activity.Minute(minutes[i], packets[i], bytes[i]));
        }
        return all;
    }
}
