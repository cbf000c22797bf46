package io.wirecase.capture.application;

import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.flow.NameConflict;
import io.wirecase.core.flow.UntrustedText;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which addresses DNS gave each client for each name, while they last; bounded, the oldest names make room. */
final class AnsweredNames {

    private static final int MAX_ADDRESSES = 256;

    private final int cap;
    private final Map<Asked, Given> given = new LinkedHashMap<>();

    AnsweredNames(int cap) {
        this.cap = cap;
    }

    /** Learns that a client was given addresses for a name, in packet order. @param name folded to lower case */
    void learn(IpAddress client, String name, Set<IpAddress> addresses, Answered answered) {
        Given known = given.computeIfAbsent(new Asked(client, name), asked -> new Given());
        known.latest = answered;
        for (IpAddress address : addresses) {
            if (known.lasts.size() < MAX_ADDRESSES || known.lasts.containsKey(address)) {
                known.lasts.merge(address, answered.lastsUntil(), Math::max);
            }
        }
        if (given.size() > cap) {
            Iterator<Asked> oldest = given.keySet().iterator();
            oldest.next();
            oldest.remove();
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
        long others = known.lasts.entrySet().stream()
                .filter(e -> e.getKey().v4() == server.v4() && e.getValue() >= nowNanos)
                .count();
        return others == 0
                ? null
                : new NameConflict(new UntrustedText(name), latest.nanos(), latest.packet(), (int) others);
    }

    private record Asked(IpAddress client, String name) {}

    /**
     * An answer.
     *
     * @param nanos when it came
     * @param packet in which packet
     * @param lastsUntil until when its addresses may be used
     */
    record Answered(long nanos, long packet, long lastsUntil) {}

    private static final class Given {
        private final Map<IpAddress, Long> lasts = new LinkedHashMap<>();
        private @Nullable Answered latest;

        boolean holds(IpAddress server, long nowNanos) {
            Long until = lasts.get(server);
            return until != null && until >= nowNanos;
        }
    }
}
