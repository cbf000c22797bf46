package io.wirecase.capture.application.lookup;

import io.wirecase.capture.application.datagram.DatagramProtocol;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dns.DnsMessage;
import io.wirecase.capture.application.dns.DnsReader;
import io.wirecase.capture.application.naming.Look;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The protocols that look up names. */
public final class LookupProtocols {

    private static final int HEADER = 12;
    private static final int DNS_PORT = 53;
    private static final int MDNS_PORT = 5353;
    private static final int LLMNR_PORT = 5355;
    private static final int NETBIOS_PORT = 137;

    /** In the order they are tried: those with a port of their own, then DNS wherever it is served. */
    public static final List<DatagramProtocol> ALL = List.of(
            new DatagramProtocol("DNS", look -> at(look, DNS_PORT), context -> new DnsDatagrams("DNS", context)),
            new DatagramProtocol("MDNS", look -> at(look, MDNS_PORT), context -> new DnsDatagrams("MDNS", context)),
            new DatagramProtocol("LLMNR", look -> at(look, LLMNR_PORT), context -> new DnsDatagrams("LLMNR", context)),
            DatagramProtocol.service("NetBIOS", NetBiosNames::fit, NetBiosNames::read),
            new DatagramProtocol("DNS", LookupProtocols::elsewhere, context -> new DnsDatagrams("DNS", context)));

    private LookupProtocols() {}

    /** On its port the decoder alone decides, so that a message is not read twice. */
    private static Fit at(Look look, int port) {
        return Fit.sureIf(look.port(port) && look.length() >= HEADER);
    }

    /** On another port it must be a whole message with one question for a name that is written in plain characters. */
    private static Fit elsewhere(Look look) {
        boolean counts = look.u16(4) == 1 && look.u16(6) <= 64 && look.u16(8) <= 64 && look.u16(10) <= 64;
        boolean flags = (look.u16(2) & 0x7840) == 0;
        if (look.length() < HEADER + 5 || !counts || !flags || look.port(NETBIOS_PORT)) {
            return Fit.NO;
        }
        DnsMessage message = DnsReader.read(look.reader());
        return Fit.sureIf(message != null && message.whole() && named(message.question()));
    }

    private static boolean named(DnsMessage.@Nullable Question question) {
        return question != null
                && question.name().raw().length() > 3
                && question.name().raw().chars().allMatch(c -> c > ' ' && c < 0x7F);
    }
}
