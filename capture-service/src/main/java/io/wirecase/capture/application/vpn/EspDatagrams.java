package io.wirecase.capture.application.vpn;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.DatagramDecoder;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.core.flow.Facts;
import io.wirecase.core.flow.Party;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** ESP in datagrams (RFC 3948): an association's number, and a sequence number that goes on; one byte keeps it open. */
final class EspDatagrams implements DatagramDecoder {

    private static final int PORT = 4500;
    private static final int SMALLEST = 28;
    private static final int FIRST_ASSOCIATION = 256;
    private static final int KEEP_ALIVE = 0xFF;
    private static final int MAX_READ = 32;

    private final ServiceNotes notes = new ServiceNotes("IPSec");
    private final Map<Party, Long> associations = new EnumMap<>(Party.class);
    private int read;

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
        read++;
        if (look.length() == 1) {
            notes.request("keep-alive");
            return true;
        }
        notes.request("ESP");
        Long before = associations.put(datagram.sender(), look.u32(0));
        return before == null || before == look.u32(0) || read > Fit.LIKELY.proof();
    }

    @Override
    public List<String> stack() {
        return List.of("IPSec");
    }

    @Override
    public boolean wantsMore() {
        return read < MAX_READ;
    }

    @Override
    public void tell(Facts.Draft facts) {
        notes.tell(facts);
    }
}
