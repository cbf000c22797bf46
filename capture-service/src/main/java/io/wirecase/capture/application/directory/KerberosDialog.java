package io.wirecase.capture.application.directory;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.FramedDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;

/** Kerberos over TCP (RFC 4120 section 7.2.2): messages, each after its length. */
public final class KerberosDialog extends FramedDialog {

    private static final int PREFIX = 4;
    private static final int MAX_KEPT = 16 * 1024;
    private static final int MAX_MESSAGE = 1 << 20;

    /** How Kerberos is told: by a length, the tag of a message of that length and its version. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "Kerberos", b -> b == 0, KerberosDialog::starts, (look, around) -> new KerberosDialog(around));

    private KerberosDialog(Around around) {
        super("Kerberos", MAX_KEPT, around);
    }

    private static Verdict starts(Look look) {
        if (look.length() <= PREFIX) {
            return look.length() == PREFIX && look.u32(0) > MAX_MESSAGE ? Verdict.NO : Verdict.MORE;
        }
        if (look.u32(0) > MAX_MESSAGE || !KerberosMessage.tag(look.u8(PREFIX))) {
            return Verdict.NO;
        }
        ByteReader in = look.reader();
        in.seek(PREFIX);
        long length = Der.measure(in.slice(in.remaining()));
        return length == 0 ? Verdict.MORE : Verdict.of(length == look.u32(0));
    }

    @Override
    protected long measure(Party sender, ByteReader seen) {
        if (seen.length() < PREFIX) {
            return 0;
        }
        long length = seen.u32();
        return length <= MAX_MESSAGE ? PREFIX + length : -1;
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        kept.seek(PREFIX);
        if (KerberosMessage.read(kept.slice(kept.remaining()), service, login, at.packet())) {
            understood();
        }
    }
}
