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

/** The protocol of MySQL and MariaDB, version 10: the server's greeting, the login, the commands. */
public final class MysqlDialog extends FramedDialog {

    private static final int PREFIX = 4;
    private static final int MAX_KEPT = 1024;
    private static final int MAX_VERSION = 64;
    private static final int TLS = 0x800;
    private static final int PROTOCOL_41 = 0x200;
    private static final int TLS_REQUEST = 36;
    private static final int OK = 0;
    private static final int SWITCH = 0xFE;
    private static final int ERROR = 0xFF;

    private static final Map<Integer, String> COMMANDS = Map.of(
            1,
            "COM_QUIT",
            2,
            "COM_INIT_DB",
            3,
            "COM_QUERY",
            4,
            "COM_FIELD_LIST",
            14,
            "COM_PING",
            17,
            "COM_CHANGE_USER",
            22,
            "COM_STMT_PREPARE",
            23,
            "COM_STMT_EXECUTE",
            25,
            "COM_STMT_CLOSE",
            18,
            "COM_BINLOG_DUMP");

    /** How MySQL is told: by the server's greeting, protocol 10 with its version in digits. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "MySQL", b -> b >= 30, MysqlDialog::starts, (look, around) -> new MysqlDialog(look.side(), around));

    private final Party server;
    private boolean asked;
    private boolean clear;

    private MysqlDialog(Party server, Around around) {
        super("MySQL", MAX_KEPT, around);
        this.server = server;
    }

    private static Verdict starts(Look look) {
        int[] fixed = {-1, -1, 0, 0, 10};
        for (int at = 2; at < fixed.length; at++) {
            if (look.length() > at && look.u8(at) != fixed[at]) {
                return Verdict.NO;
            }
        }
        int end = look.indexOf(0, 5, 5 + MAX_VERSION);
        for (int at = 5; at < (end < 0 ? Math.min(look.length(), 5 + MAX_VERSION) : end); at++) {
            boolean printable = look.u8(at) > ' ' && look.u8(at) < 0x7F;
            if (!printable || at == 5 && !look.digit(at)) {
                return Verdict.NO;
            }
        }
        boolean more = end < 0 && look.length() < 5 + MAX_VERSION;
        return more ? Verdict.MORE : Verdict.of(end > 6);
    }

    @Override
    protected long measure(Party sender, ByteReader seen) {
        if (seen.length() < PREFIX) {
            return 0;
        }
        return PREFIX + (seen.u8() | (long) seen.u8() << 8 | (long) seen.u8() << 16);
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        kept.seek(PREFIX);
        if (sender == server) {
            served(kept);
        } else if (!asked) {
            asked = true;
            login(kept, length, at.packet());
        } else if (login.pending()) {
            // An answer to a challenge, or to being asked for another proof.
            if (clear && length > PREFIX + 1) {
                login.secret();
            }
        } else {
            service.request(COMMANDS.getOrDefault(kept.peek(PREFIX), "command"));
        }
    }

    private void served(ByteReader in) {
        int kind = in.peek(PREFIX);
        if (!asked) {
            if (kind == 10) {
                understood();
                in.skip(1);
                service.server(in.untilZero());
                service.version("10");
            }
            return;
        }
        if (!login.pending()) {
            return;
        }
        if (kind == OK || kind == ERROR) {
            login.answer(kind == OK);
        } else if (kind == SWITCH) {
            in.skip(1);
            mechanism(in.untilZero());
        }
    }

    private void login(ByteReader in, long length, long packet) {
        int capabilities = in.u16le();
        if ((capabilities & TLS) != 0 && length == TLS_REQUEST) {
            asked = false;
            handOver();
            return;
        }
        if ((capabilities & PROTOCOL_41) == 0) {
            return;
        }
        in.skip(2 + 4 + 1 + 23);
        login.attempt(packet);
        if (!in.untilZero().isEmpty()) {
            login.user();
        }
        int proof = in.u8();
        in.skip(proof);
        for (int i = 0; i < 2; i++) {
            String text = in.untilZero();
            if (text.endsWith("_password") || text.endsWith("_plugin")) {
                mechanism(text);
                if (clear && proof > 0) {
                    login.secret();
                }
            }
        }
    }

    private void mechanism(String plugin) {
        login.mechanism(plugin);
        clear = plugin.equals("mysql_clear_password");
    }
}
