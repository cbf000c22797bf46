package io.wirecase.capture.application.smb;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.FramedDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;
import java.util.List;

/** One connection of SMB, each message after the four bytes that NetBIOS sessions (RFC 1002) and port 445 share. */
public final class SmbDialog extends FramedDialog {

    private static final int PREFIX = 4;
    private static final int SESSION_MESSAGE = 0;
    private static final int SESSION_REQUEST = 0x81;
    private static final int KEEP_ALIVE = 0x85;
    /** The most kept of a message: what is read and written in bulk does not matter, logins fit. */
    private static final int MAX_KEPT = 8 * 1024;
    /** Messages chained in one; more are hostile. */
    private static final int MAX_CHAIN = 32;

    private static final long MAGIC_1 = 0xFF534D42L;
    private static final long MAGIC_2 = 0xFE534D42L;
    private static final long MAGIC_ENCRYPTED = 0xFD534D42L;

    /** How SMB is told: by a message of any version, or by a NetBIOS session request. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "NetBIOS",
            b -> b == SESSION_MESSAGE || b == SESSION_REQUEST,
            SmbDialog::starts,
            (look, around) -> new SmbDialog(look, around));

    private final Smb1 one;
    private final Smb2 two;
    private List<String> stack;

    private SmbDialog(Look look, Around around) {
        super("NetBIOS", MAX_KEPT, around);
        stack = switch (look.u8(0) == SESSION_MESSAGE ? look.u8(PREFIX) : -1) {
            case -1 -> List.of("NetBIOS");
            case 0xFF -> List.of("NetBIOS", "SMBv1");
            default -> List.of("NetBIOS", "SMBv23");
        };
        SmbLogin sessions = new SmbLogin(login, service);
        Shares shares = new Shares(service);
        one = new Smb1(service, sessions, shares);
        two = new Smb2(service, sessions, shares);
    }

    private static Verdict starts(Look look) {
        if (look.u8(0) == SESSION_REQUEST) {
            boolean more = look.length() < 5;
            return more ? Verdict.MORE : Verdict.of(look.u8(1) <= 1 && look.u16(2) == 0x44 && look.u8(4) == 0x20);
        }
        if (look.length() <= PREFIX) {
            return Verdict.MORE;
        }
        int version = look.u8(PREFIX);
        if (version < 0xFC) {
            return Verdict.NO;
        }
        for (int at = 1; at < PREFIX; at++) {
            if (PREFIX + at < look.length() && look.u8(PREFIX + at) != "?SMB".charAt(at)) {
                return Verdict.NO;
            }
        }
        return look.length() < 2 * PREFIX ? Verdict.MORE : Verdict.YES;
    }

    @Override
    protected long measure(Party sender, ByteReader seen) {
        if (seen.length() < PREFIX) {
            return 0;
        }
        int type = seen.u8();
        boolean known = type == SESSION_MESSAGE || type >= SESSION_REQUEST && type <= KEEP_ALIVE;
        return known ? PREFIX + (long) seen.u24() : -1;
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        int type = kept.u8();
        if (type == SESSION_REQUEST) {
            understood();
        }
        if (type != SESSION_MESSAGE) {
            return;
        }
        kept.seek(PREFIX);
        long magic = kept.u32();
        if (magic == MAGIC_1) {
            named("SMBv1");
            one.message(rest(kept, PREFIX), at.packet());
        } else if (magic == MAGIC_2) {
            named("SMBv23");
            chain(kept, at);
        } else if (magic == MAGIC_ENCRYPTED) {
            named("SMBv23");
            service.detail("encrypted", "yes");
        }
    }

    private void named(String version) {
        stack = List.of("NetBIOS", version);
        service.protocol(version);
        login.protocol(version);
        understood();
    }

    private void chain(ByteReader kept, Chunk at) {
        int from = PREFIX;
        for (int i = 0; i < MAX_CHAIN; i++) {
            int next = two.message(rest(kept, from), at.packet());
            if (next <= 0 || next > kept.length() - from) {
                return;
            }
            from += next;
        }
    }

    private static ByteReader rest(ByteReader kept, int from) {
        ByteReader copy = kept.copy();
        copy.seek(from);
        return copy.slice(copy.remaining());
    }

    @Override
    protected List<String> stack() {
        return stack;
    }
}
