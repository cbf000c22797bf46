package io.wirecase.core.flow;

import io.wirecase.core.fact.IcmpFacts;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Community ID of a tuple, version 1, seed 0: the flow hash that Zeek, Suricata, Arkime and others share (the
 * public "Community ID Flow Hashing" specification). It names a tuple, not a session.
 *
 * @param value the text, {@code 1:} and 28 base64 characters
 */
public record CommunityId(String value) {

    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;
    private static final int SEED = 0;

    /** Message types of ICMP that have an answer: each type with its counterpart. */
    private static final Map<Integer, Integer> ICMP_PAIRS = pairs(8, 0, 13, 14, 15, 16, 17, 18, 10, 9);

    private static final Map<Integer, Integer> ICMPV6_PAIRS =
            pairs(128, 129, 133, 134, 135, 136, 130, 131, 139, 140, 144, 145);

    /**
     * The Community ID of a flow's tuple.
     *
     * @param icmp the first ICMP message, or null outside ICMP
     * @return null where the transport has none (ARP)
     */
    public static @Nullable CommunityId of(FlowKey key, @Nullable IcmpFacts icmp) {
        Integer protocol = key.ipProtocol();
        if (protocol == null) {
            return null;
        }
        if (icmp != null && (protocol == ICMP || protocol == ICMPV6)) {
            Map<Integer, Integer> pairs = protocol == ICMP ? ICMP_PAIRS : ICMPV6_PAIRS;
            Integer counterpart = pairs.get(icmp.type());
            int second = counterpart == null ? icmp.code() : counterpart;
            return of(key, protocol, icmp.type(), second, counterpart == null);
        }
        Integer from = key.originator().port();
        Integer to = key.responder().port();
        return of(key, protocol, from, to, false);
    }

    private static CommunityId of(
            FlowKey key, int protocol, @Nullable Integer fromPort, @Nullable Integer toPort, boolean oneWay) {
        byte[] from = key.originator().address().bytes();
        byte[] to = key.responder().address().bytes();
        int byAddress = Arrays.compareUnsigned(from, to);
        boolean ordered =
                oneWay || byAddress < 0 || byAddress == 0 && (fromPort == null || toPort == null || fromPort <= toPort);
        ByteBuffer bytes = ByteBuffer.allocate(2 + from.length + to.length + 2 + 4);
        bytes.putShort((short) SEED)
                .put(ordered ? from : to)
                .put(ordered ? to : from)
                .put((byte) protocol)
                .put((byte) 0);
        if (fromPort != null && toPort != null) {
            bytes.putShort((short) (int) (ordered ? fromPort : toPort));
            bytes.putShort((short) (int) (ordered ? toPort : fromPort));
        }
        return new CommunityId("1:" + Base64.getEncoder().encodeToString(sha1(bytes.flip())));
    }

    private static byte[] sha1(ByteBuffer bytes) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(bytes);
            return sha1.digest();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Map<Integer, Integer> pairs(int... both) {
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int i = 0; i < both.length; i += 2) {
            pairs.put(both[i], both[i + 1]);
            pairs.put(both[i + 1], both[i]);
        }
        return Map.copyOf(pairs);
    }

    @Override
    public String toString() {
        return value;
    }
}
