package io.wirecase.capture.application;

import io.wirecase.core.fact.NameConflict;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Which addresses DNS gave each client for each name, while they last; bounded, the oldest names make room. */
final class AnsweredNames {

    private static final int MAX_ADDRESSES = 256;

    private final int cap;
    /** Bytes that a name takes besides its text. */
    private static final int A_NAME = 220;
    /** Bytes that an address given for it takes; the address itself is shared with the answer. */
    private static final int AN_ADDRESS = 16;

    private final SequencedMap<Given, Given> given = new LinkedHashMap<>();

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
    void learn(IpAddress client, String name, Collection<IpAddress> addresses, Answered answered) {
        Given asked = new Given(client, name);
        Given before = given.putIfAbsent(asked, asked);
        Given known = before == null ? asked : before;
        held -= before == null ? 0 : before.held();
        known.nanos = answered.nanos();
        known.packet = answered.packet();
        known.lastsUntil = answered.lastsUntil();
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
        Map.Entry<Given, Given> oldest = given.pollFirstEntry();
        if (oldest != null) {
            held -= oldest.getKey().held();
            evicted += oldest.getKey().lastsUntil < nowNanos ? 0 : 1;
        }
    }

    /**
     * Whether a client asks a server for a name that DNS had given it other addresses for.
     *
     * @return null where the server is among them, or where no answer of its address family was seen or still lasts
     */
    @Nullable
    NameConflict conflict(IpAddress client, String name, IpAddress server, long nowNanos) {
        Given known = given.get(new Given(client, name));
        if (known == null || known.holds(server, nowNanos)) {
            return null;
        }
        int others = known.lasting(server.v4(), nowNanos);
        return others == 0 ? null : new NameConflict(new UntrustedText(name), known.nanos, known.packet, others);
    }

    /**
     * An answer.
     *
     * @param nanos when it came
     * @param packet in which packet
     * @param lastsUntil until when its addresses may be used
     */
    record Answered(long nanos, long packet, long lastsUntil) {}

    /**
     * The addresses a client was given for a name, and in a map its key too: there are very many, with few addresses
     * mostly.
     */
    private static final class Given {
        private static final IpAddress[] NOTHING = {};
        private static final long[] NEVER = {};

        private final IpAddress client;
        private final String name;
        private IpAddress[] addresses = NOTHING;
        private long[] lasts = NEVER;
        private long nanos;
        private long packet;
        private long lastsUntil;

        Given(IpAddress client, String name) {
            this.client = client;
            this.name = name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Given its && name.equals(its.name) && client.equals(its.client);
        }

        @Override
        public int hashCode() {
            return client.hashCode() * 31 + name.hashCode();
        }

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
            return A_NAME + name.length() + addresses.length * AN_ADDRESS;
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
