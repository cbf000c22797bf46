package io.wirecase.capture.application;

import io.wirecase.core.flow.FlowKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TCP connections whose flow ended by silence and not by its ends, with what they carried: when their packets go on, in
 * the middle of what they had to say, that is what they carry still. One capture run has one, used by one thread.
 */
public final class SilentConnections {

    /** The most held at once; the one that fell silent first makes room. */
    private static final int MAX = 20_000;

    /** Bytes that one takes. */
    private static final int A_CONNECTION = 320;

    private final Map<FlowKey, List<String>> protocols = new LinkedHashMap<>();

    /** No connection has fallen silent. */
    public SilentConnections() {}

    /** Bytes of memory they take, roughly. */
    public long held() {
        return (long) protocols.size() * A_CONNECTION;
    }

    /**
     * Says that a connection fell silent.
     *
     * @param key who talked, and on which way
     * @param carried the names of what it carried, from the carrier inwards, one at least
     */
    public void fellSilent(FlowKey key, List<String> carried) {
        protocols.remove(key);
        protocols.put(key, List.copyOf(carried));
        if (protocols.size() > MAX) {
            protocols.remove(protocols.keySet().iterator().next());
        }
    }

    /**
     * Takes out the connection of a key, whichever side is heard first now.
     *
     * @return what it carried, or null when there was none
     */
    public @Nullable List<String> resumed(FlowKey key) {
        if (protocols.isEmpty()) {
            return null;
        }
        List<String> same = protocols.remove(key);
        return same == null ? protocols.remove(exchanged(key)) : same;
    }

    private static FlowKey exchanged(FlowKey key) {
        return new FlowKey(
                key.transport(), key.ipProtocol(), key.responder(), key.originator(), key.vlans(), key.tunnel());
    }
}
