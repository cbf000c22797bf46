package io.wirecase.capture.application.peer;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;

/** BitTorrent trackers over UDP (BEP 15): a connection is asked for with a fixed number. */
final class Tracker {

    private static final long MAGIC_HIGH = 0x417L;
    private static final long MAGIC_LOW = 0x27101980L;
    private static final int CONNECT_BYTES = 16;
    private static final int ANNOUNCE_BYTES = 98;

    private Tracker() {}

    static Fit fit(Look look) {
        if (look.u32(0) == MAGIC_HIGH && look.u32(4) == MAGIC_LOW) {
            return Fit.sureIf(look.length() >= CONNECT_BYTES && look.u32(8) == 0);
        }
        boolean announce = look.length() >= ANNOUNCE_BYTES && look.length() < 2 * ANNOUNCE_BYTES;
        boolean client = look.u8(36) == '-' && look.u8(43) == '-' && look.u32(80) <= 3;
        return Fit.likelyIf(announce && look.u32(8) == 1 && client);
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        Look look = datagram.look();
        if (look.u32(8) == 1) {
            notes.request("announce");
            notes.client(look.text(37, 43));
        } else {
            notes.request("connect");
        }
    }
}
