package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import java.util.List;

/** memcached over UDP (its protocol.txt, "UDP protocol"), known for reflection attacks of the largest gain. */
final class MemcachedDatagram {

    private static final int PORT = 11_211;
    private static final int FRAME = 8;
    private static final List<String> COMMANDS =
            List.of("stats", "get ", "gets ", "set ", "add ", "delete ", "incr ", "flush_all", "version", "touch ");
    private static final List<String> ANSWERS =
            List.of("STAT ", "VALUE ", "END\r\n", "STORED", "NOT_FOUND", "ERROR", "VERSION ");

    private MemcachedDatagram() {}

    static Fit fit(Look look) {
        boolean frame = look.u16(6) == 0 && look.u16(4) >= 1 && look.u16(2) < look.u16(4);
        if (!frame || look.length() <= FRAME + 3) {
            return Fit.NO;
        }
        boolean first = look.u16(2) > 0 && look.port(PORT);
        return first ? Fit.SURE : Fit.likelyIf(!word(look).isEmpty()).surerIf(look.port(PORT));
    }

    private static String word(Look look) {
        for (String command : COMMANDS) {
            if (look.has(FRAME, command)) {
                return command.strip();
            }
        }
        for (String answer : ANSWERS) {
            if (look.has(FRAME, answer)) {
                return "answer";
            }
        }
        return "";
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        String word = word(datagram.look());
        if (!word.isEmpty()) {
            notes.request(word);
        }
    }
}
