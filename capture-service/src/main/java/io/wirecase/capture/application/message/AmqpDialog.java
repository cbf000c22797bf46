package io.wirecase.capture.application.message;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.FramedDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.core.net.Party;
import java.nio.charset.StandardCharsets;

/** AMQP 0-9-1 and 1.0: versions, products, and how the client logs in by SASL. */
public final class AmqpDialog extends FramedDialog {

    private static final int HEADER = 8;
    private static final int MAX_KEPT = 4096;
    private static final long MAGIC = 0x414D5150L;
    private static final int TLS_PROTOCOL = 2;
    private static final int CONNECTION = 10;
    private static final int MAX_FIELDS = 32;
    private static final int SASL_INIT = 0x41;
    private static final int SASL_OUTCOME = 0x44;

    /** How AMQP is told: by the header a client begins with. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "AMQP",
            StreamProtocol.oneOf("A"),
            look -> look.beginsAny("AMQP\0", "AMQP\1", "AMQP\2", "AMQP\3"),
            (look, around) -> new AmqpDialog(client(look), around));

    private final Party client;
    private boolean framesOfOne;

    private AmqpDialog(Party client, Around around) {
        super("AMQP", MAX_KEPT, around);
        this.client = client;
    }

    /** Both sides may begin so; a server answers. */
    private static Party client(Look look) {
        return look.unanswered() ? look.side() : Party.ORIGINATOR;
    }

    @Override
    protected long measure(Party sender, ByteReader seen) {
        if (seen.peek(0) == 'A') {
            return seen.length() < 4 ? 0 : seen.u32() == MAGIC ? HEADER : -1;
        }
        if (framesOfOne) {
            long size = seen.length() < 4 ? 0 : seen.u32();
            return seen.length() < 4 ? 0 : size >= HEADER ? size : -1;
        }
        if (seen.length() < 7) {
            return 0;
        }
        seen.skip(3);
        return 7 + seen.u32() + 1;
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        if (kept.peek(0) == 'A' && length == HEADER) {
            header(kept, sender);
        } else if (framesOfOne) {
            one(kept, at.packet());
        } else if (kept.u8() == 1) {
            kept.skip(6);
            method(kept, at.packet());
        }
    }

    private void header(ByteReader in, Party sender) {
        in.skip(4);
        int protocol = in.u8();
        int major = in.u8();
        String version = major + "." + in.u8() + "." + in.u8();
        framesOfOne = major == 1 && protocol != 1;
        understood();
        service.version(version);
        if (protocol == TLS_PROTOCOL && sender != client) {
            handOver();
        }
    }

    /** A method of 0-9-1: those of the connection class tell who is there. */
    private void method(ByteReader in, long packet) {
        if (in.u16() != CONNECTION) {
            return;
        }
        switch (in.u16()) {
            case 10 -> {
                in.skip(2);
                service.server(product(in));
            }
            case 11 -> {
                service.request("connection.start-ok");
                service.client(product(in));
                String mechanism = in.text(in.u8()).raw();
                login(mechanism, in.u32(), packet);
            }
            case 30 -> answer(true);
            case 50 -> answer(false);
            default -> {
                // The others agree on sizes.
            }
        }
    }

    private void answer(boolean accepted) {
        if (login.pending()) {
            login.answer(accepted);
        }
    }

    private void login(String mechanism, long response, long packet) {
        login.attempt(packet);
        login.mechanism(mechanism);
        boolean shown = mechanism.equals("PLAIN") || mechanism.equals("AMQPLAIN");
        if (shown && response > 0) {
            login.user();
            login.secret();
        }
    }

    /** Product and version of a table; the table is passed over. */
    private static String product(ByteReader in) {
        ByteReader table = in.slice((int) Math.min(in.u32(), in.remaining()));
        String product = "";
        String version = "";
        for (int i = 0; i < MAX_FIELDS && table.remaining() > 1; i++) {
            String name = table.text(table.u8()).raw();
            int type = table.u8();
            if (type == 'S') {
                String value = new String(table.take((int) Math.min(table.u32(), 200)), StandardCharsets.ISO_8859_1);
                product = name.equals("product") ? value : product;
                version = name.equals("version") ? value : version;
            } else if (type == 'F') {
                table.skip((int) Math.min(table.u32(), table.remaining()));
            } else if (type == 't') {
                table.skip(1);
            } else {
                break;
            }
        }
        return version.isEmpty() ? product : product + " " + version;
    }

    /** A frame of 1.0: a described list, its descriptor a small number. */
    private void one(ByteReader in, long packet) {
        int offset = 4 * Math.max(2, in.peek(4));
        boolean described = in.peek(offset) == 0 && in.peek(offset + 1) == 0x53;
        if (!described) {
            return;
        }
        int kind = in.peek(offset + 2);
        int list = offset + (in.peek(offset + 3) == 0xD0 ? 12 : 6);
        if (kind == SASL_INIT && in.peek(list) == 0xA3) {
            in.seek(list + 1);
            String mechanism = in.text(Math.min(in.u8(), in.remaining())).raw();
            service.request("sasl-init");
            login(mechanism, in.peek(in.position()) == 0xA0 ? 1 : 0, packet);
        } else if (kind == SASL_OUTCOME) {
            answer(in.peek(list) == 0x50 && in.peek(list + 1) == 0);
        }
    }
}
