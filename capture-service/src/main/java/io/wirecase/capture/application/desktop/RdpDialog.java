package io.wirecase.capture.application.desktop;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.FramedDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;
import java.util.ArrayList;
import java.util.List;

/** The start of an RDP connection ([MS-RDPBCGR] 2.2.1.1): what security is asked for and chosen. TLS may follow. */
public final class RdpDialog extends FramedDialog {

    private static final int PORT = 3389;
    private static final int PREFIX = 4;
    private static final int FIXED = 11;
    private static final int MAX_REQUEST = 1024;
    private static final int REQUEST = 0xE0;
    private static final int CONFIRM = 0xD0;
    private static final int NEGOTIATION_REQUEST = 1;
    private static final int NEGOTIATION_RESPONSE = 2;
    private static final int NEGOTIATION_FAILURE = 3;
    private static final String COOKIE = "cookie: mstshash=";
    private static final String[] SECURITY = {"TLS", "CredSSP", "RDSTLS", "CredSSP-EX", "RDSAAD"};

    /** How RDP is told: by a connection request or confirmation with a cookie or a negotiation. */
    public static final StreamProtocol PROTOCOL =
            new StreamProtocol("RDP", b -> b == 3, RdpDialog::starts, (look, around) -> new RdpDialog(around));

    private RdpDialog(Around around) {
        super("RDP", MAX_REQUEST, around);
    }

    private static Verdict starts(Look look) {
        int type = look.u8(5);
        if (look.u8(1) > 0 || look.length() >= 4 && (look.u16(2) < FIXED || look.u16(2) > MAX_REQUEST)) {
            return Verdict.NO;
        }
        if (look.length() > 5 && type != REQUEST && type != CONFIRM) {
            return Verdict.NO;
        }
        if (look.length() < 4 || look.length() < look.u16(2)) {
            return Verdict.MORE;
        }
        boolean plain = look.u16(2) == FIXED && look.port(PORT);
        return Verdict.of(plain || negotiation(look.reader()) >= 0 || look.holds(COOKIE, look.u16(2)));
    }

    /** Where the negotiation of eight bytes stands, at the message's end, or -1 without one. */
    private static int negotiation(ByteReader message) {
        int length = Math.max(0, message.peek(2)) << 8 | Math.max(0, message.peek(3));
        int at = length - 8;
        boolean known = message.peek(at) >= NEGOTIATION_REQUEST && message.peek(at) <= NEGOTIATION_FAILURE;
        return at >= FIXED && known && message.peek(at + 2) == 8 && message.peek(at + 3) == 0 ? at : -1;
    }

    @Override
    protected long measure(Party sender, ByteReader seen) {
        if (seen.length() < PREFIX) {
            return 0;
        }
        boolean tpkt = seen.u8() == 3;
        seen.skip(1);
        int length = seen.u16();
        return tpkt && length > PREFIX ? length : -1;
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        int type = kept.peek(5);
        if (type == REQUEST) {
            understood();
            service.request("Connection Request");
            if (cookie(kept)) {
                login.attempt(at.packet());
                login.user();
            }
            asked(kept);
        } else if (type == CONFIRM) {
            understood();
            chosen(kept);
        } else {
            finish();
        }
    }

    /** Whether the request names a user: the name after the cookie's word is not read. */
    private static boolean cookie(ByteReader in) {
        for (int from = FIXED; from + COOKIE.length() < in.length(); from++) {
            int i = 0;
            while (i < COOKIE.length() && Character.toLowerCase(in.peek(from + i)) == COOKIE.charAt(i)) {
                i++;
            }
            if (i == COOKIE.length()) {
                return in.peek(from + i) > ' ';
            }
        }
        return false;
    }

    private void asked(ByteReader in) {
        int at = negotiation(in);
        if (at >= 0) {
            in.seek(at + 4);
            long protocols = in.u32le();
            List<String> names = new ArrayList<>();
            for (int bit = 0; bit < SECURITY.length; bit++) {
                if ((protocols >> bit & 1) != 0) {
                    names.add(SECURITY[bit]);
                }
            }
            service.detail("security_asked", names.isEmpty() ? "RDP" : String.join(",", names));
        }
    }

    private void chosen(ByteReader in) {
        int at = negotiation(in);
        int kind = at < 0 ? NEGOTIATION_RESPONSE : in.peek(at);
        in.seek(Math.max(0, at + 4));
        long value = at < 0 ? 0 : in.u32le();
        if (kind == NEGOTIATION_FAILURE) {
            service.detail("failure", Long.toString(value));
            finish();
        } else if (value == 0) {
            service.detail("security", "RDP");
            finish();
        } else {
            int bit = Long.numberOfTrailingZeros(value);
            service.detail("security", bit < SECURITY.length ? SECURITY[bit] : Long.toString(value));
            handOver();
        }
    }
}
