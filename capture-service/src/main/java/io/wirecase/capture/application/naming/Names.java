package io.wirecase.capture.application.naming;

import io.wirecase.core.net.ProtocolPorts;
import io.wirecase.core.net.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names by first bytes, by port and by transport. */
public final class Names {

    private Names() {}

    /**
     * A name for a byte stream.
     *
     * @param look at a side that has sent something
     * @return the stack, or null when no rule fits
     */
    public static @Nullable List<String> ofStream(Look look) {
        return first(List.of(StreamTextRules.ALL, StreamBinaryRules.ALL, PlantRules.STREAMS), look);
    }

    /** A name for a datagram; the stack, or null when no rule fits. */
    public static @Nullable List<String> ofDatagram(Look look) {
        return first(List.of(DatagramRules.ALL, PlantRules.DATAGRAMS, PlayRules.DATAGRAMS), look);
    }

    private static @Nullable List<String> first(List<List<Rule>> catalogs, Look look) {
        for (List<Rule> rules : catalogs) {
            for (Rule rule : rules) {
                if (rule.fits().test(look)) {
                    return rule.stack();
                }
            }
        }
        return null;
    }

    /**
     * The protocol that is expected on the responder's port; else on the originator's when that is the lower one, as in
     * captures that begin in the middle (a high one is an ephemeral port that happens to be registered). Null when
     * there is none.
     */
    public static @Nullable String ofPorts(
            Transport transport, @Nullable Integer responder, @Nullable Integer originator) {
        String expected = responder == null
                ? null
                : ProtocolPorts.owner(transport, responder).orElse(null);
        boolean lower = originator != null && (responder == null || originator <= responder);
        if (expected != null || originator == null || !lower) {
            return expected;
        }
        return ProtocolPorts.owner(transport, originator).orElse(null);
    }

    /** The name of a transport that is its own application, or null of one that carries others. */
    public static @Nullable String ofTransport(Transport transport) {
        return switch (transport) {
            case ICMP, ICMPV6, IGMP, GRE, OSPF, PIM, VRRP, PGM, SCTP -> transport.name();
            case ESP, AH -> "IPSec";
            case TCP, UDP, ARP, OTHER -> null;
        };
    }

    /** The name that TLS on a port goes by, from the protocol registered for it; null of any other port. */
    public static @Nullable String ofSecuredPort(@Nullable Integer port) {
        return switch (port == null ? 0 : port) {
            case 993 -> "IMAPS";
            case 995 -> "POPS";
            case 465 -> "SMTPS";
            default -> null;
        };
    }

    /** The name a protocol goes by once it has begun TLS, or null when it keeps its own. */
    public static @Nullable String secured(String name) {
        return switch (name) {
            case "SMTP" -> "SMTPS";
            case "POP3" -> "POPS";
            case "IMAP" -> "IMAPS";
            case "FTP_CONTROL" -> "FTPS";
            default -> null;
        };
    }

    /** Whether a protocol that is only named may turn into TLS on the way; decoders of others see it themselves. */
    public static boolean upgrades(String name) {
        return name.equals("Jabber");
    }
}
