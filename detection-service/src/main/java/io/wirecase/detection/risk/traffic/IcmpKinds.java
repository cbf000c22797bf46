package io.wirecase.detection.risk.traffic;

import java.util.Set;

/** Kinds of ICMP messages (IANA ICMP and ICMPv6 parameters). */
final class IcmpKinds {

    /** Echo reply and request of ICMP, echo request and reply of ICMPv6. */
    private static final Set<Integer> ECHO = Set.of(0, 8, 128, 129);

    private IcmpKinds() {}

    static boolean echo(int type) {
        return ECHO.contains(type);
    }
}
