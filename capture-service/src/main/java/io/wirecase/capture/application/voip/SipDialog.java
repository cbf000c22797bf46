package io.wirecase.capture.application.voip;

import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.dialog.TextDialog;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;
import java.util.Locale;

/** SIP over TCP (RFC 3261 section 18.3): the heads of its messages; bodies end where their length says. */
public final class SipDialog extends TextDialog {

    private static final String VERSION = "SIP/2.0";
    private static final int LONGEST_START = 16;
    private static final int MAX_BODY = 1 << 20;
    private static final int FINAL = 200;
    private static final int REDIRECTED = 300;

    /** How SIP over TCP is told: by the first line of a request or of a response. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "SIP",
            b -> b >= 'A' && b <= 'U',
            SipDialog::starts,
            (look, around) -> new SipDialog(look.starts(VERSION) ? look.side().other() : look.side(), around));

    /** Where one side is in its messages. */
    private static final class Head {
        private boolean begun;
        private boolean request;
        private long body;
    }

    private final Head ofClient = new Head();
    private final Head ofServer = new Head();

    private SipDialog(Party client, Around around) {
        super("SIP", client, around);
    }

    private static Verdict starts(Look look) {
        if (Sip.fit(look) == Fit.SURE) {
            return Verdict.YES;
        }
        int at = 0;
        while (at < look.length() && look.u8(at) >= 'A' && look.u8(at) <= 'Z') {
            at++;
        }
        boolean method = at == look.length() || look.u8(at) == ' ' || look.begins(VERSION + " ") == Verdict.MORE;
        return method && look.length() < LONGEST_START ? Verdict.MORE : Verdict.NO;
    }

    @Override
    protected void request(String line, Chunk at) {
        line(ofClient, line, at);
        if (line.isEmpty()) {
            skipRequest(ofClient.body);
        }
    }

    @Override
    protected void reply(String line, Chunk at) {
        line(ofServer, line, at);
        if (line.isEmpty()) {
            skipReply(ofServer.body);
        }
    }

    /** Both sides may ask and answer. */
    private void line(Head head, String line, Chunk at) {
        if (line.isEmpty()) {
            head.begun = false;
        } else if (head.begun) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                field(head, line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1), at);
            }
        } else {
            first(head, line);
        }
    }

    private void first(Head head, String line) {
        head.begun = true;
        head.body = 0;
        head.request = line.endsWith(VERSION);
        int space = line.indexOf(' ');
        if (head.request && space > 0) {
            understood();
            service.version("2.0");
            service.request(line.substring(0, space));
        } else if (line.startsWith(VERSION + " ")) {
            understood();
            service.version("2.0");
            int status = number(line.substring(VERSION.length() + 1).strip(), 3);
            if (login.pending() && status >= FINAL) {
                login.answer(status < REDIRECTED);
            }
        }
    }

    private void field(Head head, String name, String value, Chunk at) {
        switch (name) {
            case "content-length", "l" -> head.body = Math.min(number(value.strip(), 9), MAX_BODY);
            case "user-agent" -> {
                if (head.request) {
                    service.client(value);
                } else {
                    service.server(value);
                }
            }
            case "server" -> service.server(value);
            case "authorization", "proxy-authorization" -> {
                login.attempt(at.packet());
                login.user();
                String scheme = value.strip();
                login.mechanism(scheme.substring(0, Math.max(0, scheme.indexOf(' '))));
            }
            default -> {
                // The others say nothing of who is there.
            }
        }
    }

    /** The number that a text of digits begins with, or 0. */
    private static int number(String text, int digits) {
        int value = 0;
        for (int i = 0; i < Math.min(digits, text.length()); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                break;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
