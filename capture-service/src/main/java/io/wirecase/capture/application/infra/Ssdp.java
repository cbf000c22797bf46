package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.datagram.TextHead;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;

/** SSDP, the search of UPnP (UPnP Device Architecture 2.0, section 1): what is looked for, and who says it is there. */
final class Ssdp {

    private static final int PORT = 1900;

    private Ssdp() {}

    static Fit fit(Look look) {
        if (look.u8(0) != 'M' && look.u8(0) != 'N' && look.u8(0) != 'H') {
            return Fit.NO;
        }
        boolean answer = look.starts("HTTP/1.1 200 OK") && (look.port(PORT) || look.holds("\nusn:", 1024));
        return Fit.sureIf(look.starts("M-SEARCH * HTTP/1.", "NOTIFY * HTTP/1.") || answer);
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        TextHead head = TextHead.read(datagram.reader());
        boolean search = head.first().startsWith("M-SEARCH");
        notes.request(search ? "M-SEARCH" : head.first().startsWith("NOTIFY") ? "NOTIFY" : "answer");
        notes.client(head.field("user-agent"));
        notes.server(head.field("server"));
        notes.detail(search ? "searched" : "type", head.field(head.first().startsWith("NOTIFY") ? "nt" : "st"));
        notes.detail("location", head.field("location"));
        notes.detail("state", head.field("nts"));
    }
}
