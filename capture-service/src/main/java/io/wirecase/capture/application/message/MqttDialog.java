package io.wirecase.capture.application.message;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.FramedDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;

/** MQTT 3.1 to 5.0: who connects, with or without a password in clear, and what is done then. */
public final class MqttDialog extends FramedDialog {

    private static final int MAX_KEPT = 512;
    private static final int CONNECT = 1;
    private static final int CONNACK = 2;
    private static final int USER = 0x80;
    private static final int PASSWORD = 0x40;

    private static final String[] KINDS = {
        "",
        "CONNECT",
        "CONNACK",
        "PUBLISH",
        "PUBACK",
        "PUBREC",
        "PUBREL",
        "PUBCOMP",
        "SUBSCRIBE",
        "SUBACK",
        "UNSUBSCRIBE",
        "UNSUBACK",
        "PINGREQ",
        "PINGRESP",
        "DISCONNECT",
        "AUTH"
    };

    /** How MQTT is told: by a CONNECT with the protocol's name. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "MQTT", b -> b == 0x10, MqttDialog::starts, (look, around) -> new MqttDialog(look.side(), around));

    private final Party client;

    private MqttDialog(Party client, Around around) {
        super("MQTT", MAX_KEPT, around);
        this.client = client;
    }

    private static Verdict starts(Look look) {
        int at = 1;
        while (at < 4 && look.u8(at) >= 0x80) {
            at++;
        }
        Verdict best = Verdict.NO;
        for (String name : new String[] {"\0\4MQTT", "\0\6MQIsdp"}) {
            int i = 0;
            while (i < name.length() && look.u8(at + 1 + i) == name.charAt(i)) {
                i++;
            }
            if (i == name.length()) {
                return Verdict.YES;
            }
            best = at + 1 + i >= look.length() ? Verdict.MORE : best;
        }
        return best;
    }

    /** The remaining length has seven bits in each of at most four bytes. */
    @Override
    protected long measure(Party sender, ByteReader seen) {
        long length = 0;
        for (int at = 1; at <= 4; at++) {
            int b = seen.peek(at);
            if (b < 0) {
                return 0;
            }
            length |= (long) (b & 0x7F) << 7 * (at - 1);
            if (b < 0x80) {
                return length + at + 1;
            }
        }
        return -1;
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        int kind = kept.u8() >> 4;
        while (kept.u8() >= 0x80) {
            // The rest of the remaining length.
        }
        if (sender == client) {
            service.request(KINDS[kind]);
        }
        if (kind == CONNECT) {
            connect(kept, at.packet());
        } else if (kind == CONNACK) {
            understood();
            kept.skip(1);
            int code = kept.u8();
            if (login.pending() && !kept.overrun()) {
                login.answer(code == 0);
            }
        }
    }

    private void connect(ByteReader in, long packet) {
        in.skip(in.u16());
        int level = in.u8();
        int flags = in.u8();
        if (in.overrun()) {
            return;
        }
        understood();
        service.version(level == 3 ? "3.1" : level == 4 ? "3.1.1" : level == 5 ? "5.0" : Integer.toString(level));
        if ((flags & (USER | PASSWORD)) != 0) {
            login.attempt(packet);
            if ((flags & USER) != 0) {
                login.user();
            }
            if ((flags & PASSWORD) != 0) {
                login.secret();
            }
        }
        in.skip(2);
        if (level >= 5) {
            in.skip(in.u8());
        }
        service.client(in.text(Math.min(in.u16(), in.remaining())).raw());
    }
}
