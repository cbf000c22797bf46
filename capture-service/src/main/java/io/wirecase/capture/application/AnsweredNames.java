package io.wirecase.capture.application;

import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.flow.NameConflict;
import io.wirecase.core.flow.UntrustedText;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which addresses DNS gave each client for each name, while they last; bounded, the oldest names make room. */
final class AnsweredNames {

    private static final int MAX_ADDRESSES = 256;

    private final int cap;
    /** Bytes that a name takes besides its text. */
    private static final int A_NAME = 220;
    /** Bytes that an address given for it takes; the address itself is shared with the answer. */
    private static final int AN_ADDRESS = 16;

    private final Map<Asked, Given> given = new LinkedHashMap<>();

    private long held;
    private long evicted;

    AnsweredNames(int cap) {
        this.cap = cap;
    }

    /** Bytes of memory they take, roughly. */
    long held() {
        return held;
    }

    /** Names that made room for others although their addresses had not run out. */
    long evicted() {
        return evicted;
    }

    /** Learns that a client was given addresses for a name, in packet order. @param name folded to lower case */
    void learn(IpAddress client, String name, Set<IpAddress> addresses, Answered answered) {
        Given known = given.computeIfAbsent(new Asked(client, name), asked -> {
            held += A_NAME + asked.name().length();
            return new Given();
        });
        known.latest = answered;
        held -= known.held();
        for (IpAddress address : addresses) {
            known.add(address, answered.lastsUntil());
        }
        held += known.held();
        if (given.size() > cap) {
            evict(answered.nanos());
        }
    }

    /** Forgets the oldest name, if there is one. */
    void evict(long nowNanos) {
        Iterator<Map.Entry<Asked, Given>> oldest = given.entrySet().iterator();
        if (oldest.hasNext()) {
            Map.Entry<Asked, Given> its = oldest.next();
            held -= A_NAME + its.getKey().name().length() + its.getValue().held();
            oldest.remove();
            Answered latest = its.getValue().latest;
            evicted += latest == null || latest.lastsUntil() < nowNanos ? 0 : 1;
        }
    }

    /**
     * Whether a client asks a server for a name that DNS had given it other addresses for.
     *
     * @return null where the server is among them, or where no answer of its address family was seen or still lasts
     */
    @Nullable
    NameConflict conflict(IpAddress client, String name, IpAddress server, long nowNanos) {
        Given known = given.get(new Asked(client, name));
        Answered latest = known == null ? null : known.latest;
        if (known == null || latest == null || known.holds(server, nowNanos)) {
            return null;
        }
        int others = known.lasting(server.v4(), nowNanos);
        return others == 0 ? null : new NameConflict(new UntrustedText(name), latest.nanos(), latest.packet(), others);
    }

    private record Asked(IpAddress client, String name) {
        // Written out: a record's own take method handles, and every answer asks.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Asked its && name.equals(its.name) && client.equals(its.client);
        }

        @Override
        public int hashCode() {
            return client.hashCode() * 31 + name.hashCode();
        }
    }

    /**
     * An answer.
     *
     * @param nanos when it came
     * @param packet in which packet
     * @param lastsUntil until when its addresses may be used
     */
    record Answered(long nanos, long packet, long lastsUntil) {}

    /** The addresses of a name, few of them mostly and very many names: two arrays instead of a map. */
    private static final class Given {
        private IpAddress[] addresses = {};
        private long[] lasts = {};
        private @Nullable Answered latest;

        void add(IpAddress address, long until) {
            int at = indexOf(address);
            if (at >= 0) {
                lasts[at] = Math.max(lasts[at], until);
            } else if (addresses.length < MAX_ADDRESSES) {
                int count = addresses.length;
                addresses = Arrays.copyOf(addresses, count + 1);
                lasts = Arrays.copyOf(lasts, count + 1);
                addresses[count] = address;
                lasts[count] = until;
            }
        }

        int held() {
            return addresses.length * AN_ADDRESS;
        }

        boolean holds(IpAddress server, long nowNanos) {
            int at = indexOf(server);
            return at >= 0 && lasts[at] >= nowNanos;
        }

        /** How many of a family still last. */
        int lasting(boolean v4, long nowNanos) {
            int count = 0;
            for (int i = 0; i < addresses.length; i++) {
                count += addresses[i].v4() == v4 && lasts[i] >= nowNanos ? 1 : 0;
            }
            return count;
        }

        private int indexOf(IpAddress address) {
            for (int i = 0; i < addresses.length; i++) {
                if (addresses[i].equals(address)) {
                    return i;
                }
            }
            return -1;
        }
    }
}
