package io.wirecase.capture.tally;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The chunks of an SCTP association, and how far it got (RFC 9260). */
public final class SctpAssociation {

    private static final int COMMON_HEADER = 12;
    private static final int CHUNK_HEADER = 4;
    private static final int DATA = 0;
    private static final int PAYLOAD_PROTOCOL_AT = 12;
    /** Chunks looked at of a packet; the smallest ones would fill a frame with hundreds. */
    private static final int MAX_CHUNKS = 16;

    private final Set<String> chunks = new LinkedHashSet<>();
    private String state = "established";
    private @Nullable Integer originatorTag;
    private @Nullable Integer responderTag;
    private @Nullable Long payloadProtocol;

    /** Takes a packet. */
    public void add(Party sender, DecodedPacket p) {
        int at = p.payloadAt();
        int end = at + p.payloadCaptured();
        if (at < COMMON_HEADER || at > end) {
            return;
        }
        int tag = int32(p, at - COMMON_HEADER + 4);
        if (sender == Party.ORIGINATOR) {
            // Zero with INIT, whose sender does not know the peer's yet.
            responderTag = tag == 0 ? responderTag : (Integer) tag;
        } else {
            originatorTag = tag == 0 ? originatorTag : (Integer) tag;
        }
        for (int i = 0; i < MAX_CHUNKS && at + CHUNK_HEADER <= end; i++) {
            int length = (p.bytes()[at + 2] & 0xFF) << 8 | p.bytes()[at + 3] & 0xFF;
            if (length < CHUNK_HEADER) {
                return;
            }
            chunk(p, at, end);
            at += length + 3 & ~3;
        }
    }

    private void chunk(DecodedPacket p, int at, int end) {
        int type = p.bytes()[at] & 0xFF;
        String name = name(type);
        if (chunks.size() < ServiceFacts.MAX_REQUESTS) {
            chunks.add(name);
        }
        state = switch (name) {
            case "INIT" -> "opening";
            case "COOKIE_ACK" -> "established";
            case "SHUTDOWN" -> "closing";
            case "SHUTDOWN_COMPLETE" -> "closed";
            case "ABORT" -> "aborted";
            default -> state;
        };
        if (type == DATA && payloadProtocol == null && at + PAYLOAD_PROTOCOL_AT + 4 <= end) {
            payloadProtocol = int32(p, at + PAYLOAD_PROTOCOL_AT) & 0xFFFF_FFFFL;
        }
    }

    private static int int32(DecodedPacket p, int at) {
        byte[] b = p.bytes();
        return (b[at] & 0xFF) << 24 | (b[at + 1] & 0xFF) << 16 | (b[at + 2] & 0xFF) << 8 | b[at + 3] & 0xFF;
    }

    private static String name(int type) {
        return switch (type) {
            case DATA -> "DATA";
            case 1 -> "INIT";
            case 2 -> "INIT_ACK";
            case 3 -> "SACK";
            case 4 -> "HEARTBEAT";
            case 5 -> "HEARTBEAT_ACK";
            case 6 -> "ABORT";
            case 7 -> "SHUTDOWN";
            case 8 -> "SHUTDOWN_ACK";
            case 9 -> "ERROR";
            case 10 -> "COOKIE_ECHO";
            case 11 -> "COOKIE_ACK";
            case 14 -> "SHUTDOWN_COMPLETE";
            case 15 -> "AUTH";
            case 64 -> "I_DATA";
            case 128 -> "ASCONF_ACK";
            case 130 -> "RE_CONFIG";
            case 192 -> "FORWARD_TSN";
            case 193 -> "ASCONF";
            default -> "CHUNK_" + type;
        };
    }

    /** What was seen so far, or null when no chunk was. */
    @Nullable
    public ServiceFacts facts() {
        if (chunks.isEmpty()) {
            return null;
        }
        Map<String, UntrustedText> details = new TreeMap<>();
        details.put("state", new UntrustedText(state));
        if (originatorTag != null) {
            details.put("originatorTag", tag(originatorTag));
        }
        if (responderTag != null) {
            details.put("responderTag", tag(responderTag));
        }
        if (payloadProtocol != null) {
            details.put("payloadProtocol", new UntrustedText(payloadProtocol.toString()));
        }
        return new ServiceFacts("SCTP", null, null, null, List.copyOf(chunks), details);
    }

    private static UntrustedText tag(int value) {
        return new UntrustedText(HexFormat.of().toHexDigits(value));
    }
}
