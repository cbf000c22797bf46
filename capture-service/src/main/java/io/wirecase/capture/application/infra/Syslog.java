package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;

/** Syslog (RFC 5424, RFC 3164): who logs. What is logged is not kept. */
final class Syslog {

    private static final int PORT = 514;
    private static final int MAX_PRIORITY = 191;
    private static final int MAX_HEAD = 256;

    private Syslog() {}

    static Fit fit(Look look) {
        int end = look.u8(0) == '<' ? look.indexOf('>', 2, 5) : -1;
        int priority = end < 0 ? -1 : priority(look, end);
        if (priority < 0 || priority > MAX_PRIORITY) {
            return Fit.NO;
        }
        int next = look.u8(end + 1);
        boolean text = next >= ' ' && next < 0x7F || next >= 0x80;
        return Fit.likelyIf(text).surerIf(look.port(PORT) && text);
    }

    private static int priority(Look look, int end) {
        int number = 0;
        for (int at = 1; at < end; at++) {
            if (!look.digit(at)) {
                return -1;
            }
            number = number * 10 + look.u8(at) - '0';
        }
        return number;
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        Look look = datagram.look();
        int end = look.indexOf('>', 2, 5);
        int priority = priority(look, end);
        notes.detail("facility", priority / 8);
        notes.detail("severity", priority % 8);
        String[] parts = look.text(end + 1, Math.min(look.length(), MAX_HEAD)).split(" +", 6);
        if (parts.length >= 4 && parts[0].equals("1")) {
            notes.version("RFC 5424");
            notes.client(parts[2]);
            notes.detail("program", parts[3]);
        } else if (parts.length >= 5 && parts[0].length() == 3 && parts[2].indexOf(':') > 0) {
            notes.version("RFC 3164");
            notes.client(parts[3]);
            notes.detail("program", parts[4].replaceFirst("[\\[:].*", ""));
        }
    }
}
