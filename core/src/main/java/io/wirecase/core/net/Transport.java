package io.wirecase.core.net;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What carries a flow above the internet or link layer, with its IANA protocol number (RFC 5237 registry). */
public enum Transport {
    TCP(6),
    UDP(17),
    ICMP(1),
    ICMPV6(58),
    SCTP(132),
    IGMP(2),
    GRE(47),
    ESP(50),
    AH(51),
    OSPF(89),
    PIM(103),
    VRRP(112),
    PGM(113),
    /** Address resolution, carried by the link layer: no IP protocol number. */
    ARP(null),
    /** Any other IP protocol; a flow's key has the number. */
    OTHER(null);

    private static final Transport[] BY_NUMBER = new Transport[256];

    static {
        Arrays.fill(BY_NUMBER, OTHER);
        for (Transport transport : values()) {
            if (transport.number != null) {
                BY_NUMBER[transport.number] = transport;
            }
        }
    }

    private final @Nullable Integer number;

    Transport(@Nullable Integer number) {
        this.number = number;
    }

    /** The IANA protocol number, or null for {@link #ARP} and {@link #OTHER}. */
    public @Nullable Integer number() {
        return number;
    }

    /** Whether its endpoints have ports. */
    public boolean hasPorts() {
        return this == TCP || this == UDP || this == SCTP;
    }

    /** The transport of an IP protocol number, {@link #OTHER} when it has no constant here. */
    public static Transport ofNumber(int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : OTHER;
    }
}
