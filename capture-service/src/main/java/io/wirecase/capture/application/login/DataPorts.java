package io.wirecase.capture.application.login;

import io.wirecase.capture.application.dialog.Announcements;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where FTP's data will go, as both sides agree on it (RFC 959 sections 4.1.2 and 4.2, RFC 2428). */
final class DataPorts {

    private static final String DATA = "FTP_DATA";
    private static final int MAX_PORT = 65_535;
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3})");
    private static final Pattern EXTENDED = Pattern.compile("([!-~])([12]?)\\1([0-9A-Fa-f.:]{0,45})\\1(\\d{1,5})\\1");

    private final Announcements announcements;

    DataPorts(Announcements announcements) {
        this.announcements = announcements;
    }

    /** Six numbers: an address and a port. */
    void plain(String text, Party end, long timeNanos) {
        Matcher found = NUMBERS.matcher(text);
        if (!found.find()) {
            return;
        }
        byte[] address = new byte[4];
        for (int i = 0; i < address.length; i++) {
            address[i] = (byte) Integer.parseInt(found.group(i + 1));
        }
        int port = Integer.parseInt(found.group(5)) << 8 | Integer.parseInt(found.group(6));
        if (port > 0 && port <= MAX_PORT) {
            announcements.expect(DATA, end, IpAddress.of(address), port, timeNanos);
        }
    }

    /** A port, maybe after an address, between signs that the sender chose. */
    void extended(String text, Party end, long timeNanos) {
        Matcher found = EXTENDED.matcher(text);
        if (!found.find()) {
            return;
        }
        int port = Integer.parseInt(found.group(4));
        if (port > 0 && port <= MAX_PORT) {
            announcements.expect(DATA, end, IpAddress.parse(found.group(3)).orElse(null), port, timeNanos);
        }
    }
}
