package io.wirecase.capture.application.voip;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.datagram.FlowContext;
import io.wirecase.capture.application.datagram.NotedDecoder;
import io.wirecase.capture.application.datagram.TextHead;
import io.wirecase.capture.application.naming.Look;
import java.util.Set;

/** SIP (RFC 3261): who calls with what, whether they prove who they are, and the media they agree on. */
final class Sip extends NotedDecoder {

    private static final String VERSION = "SIP/2.0";
    private static final Set<String> METHODS = Set.of(
            "INVITE",
            "ACK",
            "BYE",
            "CANCEL",
            "OPTIONS",
            "REGISTER",
            "PRACK",
            "SUBSCRIBE",
            "NOTIFY",
            "PUBLISH",
            "INFO",
            "REFER",
            "MESSAGE",
            "UPDATE");
    private static final int LONGEST_METHOD = 9;

    private final FlowContext context;

    Sip(FlowContext context) {
        // A flow between two exchanges carries every call between them.
        super("SIP", Integer.MAX_VALUE);
        this.context = context;
    }

    static Fit fit(Look look) {
        if (look.u8(0) < 'A' || look.u8(0) > 'U') {
            return Fit.NO;
        }
        if (look.starts("SIP/2.0 ")) {
            return Fit.SURE;
        }
        int blank = look.indexOf(' ', 0, LONGEST_METHOD + 1);
        boolean target = look.has(blank + 1, "sip:") || look.has(blank + 1, "sips:") || look.has(blank + 1, "tel:");
        return Fit.sureIf(blank > 0 && target && METHODS.contains(look.text(0, blank)));
    }

    @Override
    public boolean read(Datagram datagram) {
        if (fit(datagram.look()) == Fit.NO) {
            return false;
        }
        TextHead head = TextHead.read(datagram.reader());
        boolean answer = head.first().startsWith(VERSION);
        notes.version("2.0");
        if (answer) {
            notes.server(head.field("server"));
            notes.server(head.field("user-agent"));
        } else {
            notes.request(head.first().substring(0, Math.max(0, head.first().indexOf(' '))));
            notes.client(head.field("user-agent"));
        }
        if (!head.field("authorization").isEmpty()
                || !head.field("proxy-authorization").isEmpty()) {
            notes.present("authorization");
        }
        String type = head.field("content-type");
        if ((type.isEmpty() ? head.field("c") : type).startsWith("application/sdp")) {
            media(head.body(), datagram.chunk().timeNanos());
        }
        return true;
    }

    private void media(String body, long timeNanos) {
        for (SessionDescription.Media media : SessionDescription.read(body)) {
            notes.detail("media", media.kind() + " " + media.address() + " port " + media.port());
            context.expectations().expect("RTP", media.address(), media.port(), timeNanos);
            context.expectations().expect("RTCP", media.address(), media.port() + 1, timeNanos);
        }
    }
}
