package io.wirecase.capture.application.vpn;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.datagram.NotedDecoder;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.core.net.Party;
import java.util.EnumMap;
import java.util.Map;

/** ESP in datagrams (RFC 3948): an association's number, and a sequence number that goes on; one byte keeps it open. */
final class EspDatagrams extends NotedDecoder {

    private static final int PORT = 4500;
    private static final int SMALLEST = 28;
    private static final int FIRST_ASSOCIATION = 256;
    private static final int KEEP_ALIVE = 0xFF;
    private static final int MAX_READ = 32;

    private final Map<Party, Long> associations = new EnumMap<>(Party.class);

    EspDatagrams() {
        super("IPSec", MAX_READ);
    }

    static Fit fit(Look look) {
        if (!look.port(PORT)) {
            return Fit.NO;
        }
        boolean keepAlive = look.length() == 1 && look.u8(0) == KEEP_ALIVE;
        boolean esp = look.length() >= SMALLEST && look.u32(0) >= FIRST_ASSOCIATION;
        return Fit.likelyIf(keepAlive || esp);
    }

    @Override
    public boolean read(Datagram datagram) {
        Look look = datagram.look();
        if (fit(look) == Fit.NO) {
            if (Ike.fit(look) == Fit.NO) {
                return false;
            }
            Ike.read(datagram, notes);
            return true;
        }
        counted();
        if (look.length() == 1) {
            notes.request("keep-alive");
            return true;
        }
        notes.request("ESP");
        Long before = associations.put(datagram.sender(), look.u32(0));
        return before == null || before == look.u32(0) || seen() > Fit.LIKELY.proof();
    }
}
