package io.wirecase.capture.application.database;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.FramedDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;
import java.util.Map;

/** The protocol of PostgreSQL, version 3: start-up, kind of login, commands. TLS may come first. */
public final class PostgresDialog extends FramedDialog {

    private static final int MAX_KEPT = 1024;
    private static final int MAX_START = 10_000;
    private static final int MAX_MESSAGE = 1 << 30;
    private static final long VERSION_3 = 0x0003_0000L;
    private static final long CANCEL = 80_877_102L;
    private static final long TLS = 80_877_103L;
    private static final long GSS = 80_877_104L;

    private static final Map<Integer, String> REQUESTS = Map.of(
            (int) 'Q',
            "Query",
            (int) 'P',
            "Parse",
            (int) 'B',
            "Bind",
            (int) 'E',
            "Execute",
            (int) 'D',
            "Describe",
            (int) 'S',
            "Sync",
            (int) 'X',
            "Terminate",
            (int) 'F',
            "FunctionCall",
            (int) 'd',
            "CopyData");

    /** How PostgreSQL is told: by the client's first message, which has one of a few codes. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "PostgreSQL",
            b -> b == 0,
            PostgresDialog::starts,
            (look, around) -> new PostgresDialog(look.side(), around));

    private final Party client;
    private boolean started;
    private boolean negotiating;
    private boolean clear;

    private PostgresDialog(Party client, Around around) {
        super("PostgreSQL", MAX_KEPT, around);
        this.client = client;
    }

    private static Verdict starts(Look look) {
        if (look.length() >= 4 && (look.u32(0) < 8 || look.u32(0) > MAX_START)) {
            return Verdict.NO;
        }
        for (int at = 4; at < Math.min(8, look.length()); at++) {
            int place = 8 * (7 - at);
            boolean fits = false;
            for (long code : new long[] {VERSION_3, TLS, CANCEL, GSS}) {
                fits |= look.u8(at) == (code >> place & 0xFF);
            }
            if (!fits) {
                return Verdict.NO;
            }
        }
        if (look.length() < 8) {
            return Verdict.MORE;
        }
        long code = look.u32(4);
        boolean request = look.u32(0) == 8 && (code == TLS || code == GSS) || look.u32(0) == 16 && code == CANCEL;
        return Verdict.of(request || code == VERSION_3 && look.u32(0) > 8);
    }

    @Override
    protected long measure(Party sender, ByteReader seen) {
        boolean plain = sender == client && !started;
        if (sender != client && negotiating) {
            return 1;
        }
        int prefix = plain ? 4 : 5;
        if (seen.length() < prefix) {
            return 0;
        }
        seen.skip(prefix - 4);
        long length = seen.u32();
        boolean fits = length >= 4 && length <= (plain ? MAX_START : MAX_MESSAGE);
        return fits ? length + prefix - 4 : -1;
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        if (sender != client) {
            served(kept);
        } else if (!started) {
            start(kept, at.packet());
        } else {
            asked(kept);
        }
    }

    private void start(ByteReader in, long packet) {
        in.skip(4);
        long code = in.u32();
        understood();
        if (code == TLS || code == GSS) {
            negotiating = true;
            service.request(code == TLS ? "SSLRequest" : "GSSENCRequest");
        } else if (code == CANCEL) {
            service.request("CancelRequest");
            finish();
        } else {
            started = true;
            service.request("StartupMessage");
            service.version("3.0");
            login.attempt(packet);
            while (in.remaining() > 1) {
                parameter(in.untilZero(), in.untilZero());
            }
        }
    }

    private void parameter(String name, String value) {
        switch (name) {
            case "user" -> login.user();
            case "application_name" -> service.client(value);
            case "database" -> service.detail("database", value);
            default -> {
                // The others are about forms of dates and the like.
            }
        }
    }

    private void asked(ByteReader in) {
        int kind = in.u8();
        if (kind == 'p') {
            if (clear) {
                login.secret();
            }
        } else {
            String name = REQUESTS.get(kind);
            if (name != null) {
                service.request(name);
            }
        }
    }

    private void served(ByteReader in) {
        int kind = in.u8();
        if (negotiating) {
            negotiating = false;
            if (kind == 'S' || kind == 'G') {
                handOver();
            }
            return;
        }
        in.skip(4);
        if (kind == 'R') {
            authentication(in);
        } else if (kind == 'E' && login.pending()) {
            login.answer(false);
        } else if (kind == 'S' && in.untilZero().equals("server_version")) {
            service.server(in.untilZero());
        }
    }

    private void authentication(ByteReader in) {
        int kind = (int) in.u32();
        clear = kind == 3;
        String mechanism = switch (kind) {
            case 3 -> "password";
            case 5 -> "md5";
            case 7 -> "gss";
            case 9 -> "sspi";
            case 10 -> in.untilZero();
            default -> "";
        };
        if (!mechanism.isEmpty()) {
            login.mechanism(mechanism);
        }
        if (kind == 0 && login.pending()) {
            login.answer(true);
        }
    }
}
