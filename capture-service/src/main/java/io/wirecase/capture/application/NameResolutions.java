package io.wirecase.capture.application;

import io.wirecase.capture.application.dns.DnsMessage;
import io.wirecase.core.fact.NameConflict;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which names the hosts of one capture had resolved, learnt from DNS answers in packet order. A client's connection is
 * joined to the latest answer given to that client which held the address it connects to.
 *
 * <p>Not thread-safe: one capture run has one, fed and asked by one thread.
 */
public final class NameResolutions {

    /** The most answers held at once; the oldest makes room and is counted. */
    public static final int DEFAULT_CAP = 100_000;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** Hosts and libraries keep an address longer than its time to live says; an hour covers what is common. */
    private static final long GRACE_NANOS = 3_600 * NANOS_PER_SECOND;

    private static final int CNAME = 5;

    /** Bytes that an answered address takes besides the name. */
    private static final int AN_ANSWER = 260;

    private final int cap;
    private final long maxBytes;
    private final SequencedMap<Known, Known> answers = new LinkedHashMap<>();
    private final AnsweredNames names;
    private long held;
    private long evicted;

    /** Holds at most {@link #DEFAULT_CAP} answers. */
    public NameResolutions() {
        this(DEFAULT_CAP);
    }

    /**
     * Holds at most so many answers.
     *
     * @param cap the most pairs of client and address, at least 1
     */
    public NameResolutions(int cap) {
        this(cap, Long.MAX_VALUE);
    }

    /**
     * Holds at most so many answers in so much memory.
     *
     * @param cap the most pairs of client and address, and of client and name, at least 1
     * @param maxBytes the most bytes they may take, roughly; the oldest make room
     */
    public NameResolutions(int cap, long maxBytes) {
        if (cap < 1) {
            throw new IllegalArgumentException("a cap of " + cap + " holds nothing");
        }
        this.cap = cap;
        this.maxBytes = maxBytes;
        this.names = new AnsweredNames(cap);
    }

    /**
     * Whether a client asks a server for a name that DNS had just given it other addresses for.
     *
     * @param client who asks
     * @param name the name asked for, any case
     * @param server the address it asks
     * @param nowNanos capture time of asking
     * @return null where the server is among the addresses given, or where DNS for the name was not seen
     */
    public @Nullable NameConflict conflict(IpAddress client, UntrustedText name, IpAddress server, long nowNanos) {
        return names.conflict(client, folded(name), server, nowNanos);
    }

    /**
     * The name a client had resolved to reach an address.
     *
     * @param client who connects
     * @param responder the address it connects to
     * @param nowNanos capture time of the connection's first packet
     * @return the latest answer to that client holding that address, or null when none is held or the latest is older
     *     than its time to live and an hour. The name is the one the client asked for (not what a CNAME led to), in
     *     lower case, as names do not differ by case (RFC 4343).
     */
    public @Nullable Resolution resolve(IpAddress client, IpAddress responder, long nowNanos) {
        Known known = answers.get(new Known(client, responder));
        return known == null || nowNanos > known.lastsUntil ? null : known.resolution;
    }

    /** Answers, by address and by name, that made room for later ones although they had not run out. */
    public long evicted() {
        return evicted + names.evicted();
    }

    /** Bytes of memory they take, roughly. */
    public long held() {
        return held + names.held();
    }

    /**
     * Learns from an answer: every address that the name asked for has, directly or through the CNAMEs beside it.
     * Records of other names are left out, so that an answer cannot speak for names nobody asked for.
     */
    void learn(IpAddress client, DnsMessage answer, long timeNanos, long packet, @Nullable UUID dnsFlow) {
        DnsMessage.Question question = answer.question();
        if (!answer.response() || question == null) {
            return;
        }
        String asked = folded(question.name());
        UntrustedText name = asked.equals(question.name().raw()) ? question.name() : new UntrustedText(asked);
        Resolution resolution = new Resolution(name, timeNanos, packet, dnsFlow);
        Set<String> chained = chain(asked, answer.answers());
        List<IpAddress> addresses = new ArrayList<>(answer.answers().size());
        long latest = timeNanos + GRACE_NANOS;
        for (DnsMessage.ResourceRecord found : answer.answers()) {
            IpAddress address = found.address();
            boolean its = found.owner() == question.name() || chained.contains(folded(found.owner()));
            if (address != null && its) {
                long lasts = timeNanos + found.ttlSeconds() * NANOS_PER_SECOND + GRACE_NANOS;
                put(client, address, resolution, lasts);
                addresses.add(address);
                latest = Math.max(latest, lasts);
            }
        }
        if (!addresses.isEmpty()) {
            names.learn(client, asked, addresses, new AnsweredNames.Answered(timeNanos, packet, latest));
            makeRoom(timeNanos);
        }
    }

    /** The name itself and every name its CNAMEs lead to, whatever order the records came in. */
    private static Set<String> chain(String asked, List<DnsMessage.ResourceRecord> records) {
        if (!aliased(records)) {
            return Set.of(asked);
        }
        Set<String> names = new HashSet<>();
        names.add(asked);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (DnsMessage.ResourceRecord found : records) {
                UntrustedText target = found.text();
                if (found.type() == CNAME && target != null && names.contains(folded(found.owner()))) {
                    grew |= names.add(folded(target));
                }
            }
        }
        return names;
    }

    private static boolean aliased(List<DnsMessage.ResourceRecord> records) {
        for (DnsMessage.ResourceRecord found : records) {
            if (found.type() == CNAME) {
                return true;
            }
        }
        return false;
    }

    private void put(IpAddress client, IpAddress address, Resolution resolution, long lastsUntil) {
        Known asked = new Known(client, address);
        Known before = answers.putIfAbsent(asked, asked);
        if (before != null) {
            held -= before.held();
            answers.putLast(before, before);
        }
        Known known = before == null ? asked : before;
        known.resolution = resolution;
        known.lastsUntil = lastsUntil;
        held += known.held();
        if (answers.size() > cap) {
            evict(resolution.answeredNanos());
        }
    }

    private void evict(long nowNanos) {
        Map.Entry<Known, Known> oldest = answers.pollFirstEntry();
        if (oldest != null) {
            held -= oldest.getKey().held();
            evicted += oldest.getKey().lastsUntil < nowNanos ? 0 : 1;
        }
    }

    private void makeRoom(long nowNanos) {
        while (held() > maxBytes && !answers.isEmpty()) {
            evict(nowNanos);
            names.evict(nowNanos);
        }
    }

    private static String folded(UntrustedText name) {
        return name.raw().toLowerCase(Locale.ROOT);
    }

    /** The answer to a client that held an address, and in a map its key too: there are very many. */
    private static final class Known {
        private final long clientHigh;
        private final long clientLow;
        private final long addressHigh;
        private final long addressLow;
        private final boolean clientV4;
        private final boolean addressV4;
        private @Nullable Resolution resolution;
        private long lastsUntil;

        Known(IpAddress client, IpAddress address) {
            clientHigh = client.high();
            clientLow = client.low();
            clientV4 = client.v4();
            addressHigh = address.high();
            addressLow = address.low();
            addressV4 = address.v4();
        }

        /** The text of a name is shared by all its addresses; each is charged for it, as each may be the last to go. */
        int held() {
            return AN_ANSWER + (resolution == null ? 0 : resolution.name().raw().length());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Known its
                    && addressLow == its.addressLow
                    && clientLow == its.clientLow
                    && addressHigh == its.addressHigh
                    && clientHigh == its.clientHigh
                    && addressV4 == its.addressV4
                    && clientV4 == its.clientV4;
        }

        @Override
        public int hashCode() {
            long hash = (clientHigh * 31 + clientLow) * 31 + (addressHigh * 31 + addressLow);
            return Long.hashCode(hash * 0x9E3779B97F4A7C15L);
        }
    }
}
