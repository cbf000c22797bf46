package io.wirecase.capture.application.smb;

import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.stream.ByteReader;
import java.nio.charset.StandardCharsets;

/** Messages of SMB 2 and 3 ([MS-SMB2] 2.2). */
final class Smb2 {

    private static final int HEADER = 64;
    private static final int RESPONSE = 1;
    private static final int NEGOTIATE = 0;
    private static final int SESSION_SETUP = 1;
    private static final int TREE_CONNECT = 3;
    private static final int MUST_SIGN = 2;
    private static final int ANY_OF_2 = 0x02FF;
    private static final int MAX_DIALECTS = 16;
    private static final int MAX_PATH = 512;

    private static final String[] COMMANDS = {
        "NEGOTIATE", "SESSION_SETUP", "LOGOFF", "TREE_CONNECT", "TREE_DISCONNECT", "CREATE", "CLOSE", "FLUSH", "READ",
        "WRITE", "LOCK", "IOCTL", "CANCEL", "ECHO", "QUERY_DIRECTORY", "CHANGE_NOTIFY", "QUERY_INFO", "SET_INFO",
        "OPLOCK_BREAK"
    };

    private final ServiceNotes service;
    private final SmbLogin login;
    private final Shares shares;

    Smb2(ServiceNotes service, SmbLogin login, Shares shares) {
        this.service = service;
        this.login = login;
        this.shares = shares;
    }

    /** Reads a message from its header on; bytes to the next one chained to it, or 0. */
    int message(ByteReader in, long packet) {
        in.skip(8);
        long status = in.u32le();
        int command = in.u16le();
        in.skip(2);
        boolean response = (in.u32le() & RESPONSE) != 0;
        long next = in.u32le();
        in.seek(HEADER);
        if (in.overrun()) {
            return 0;
        }
        if (response) {
            response(in, command, status);
        } else {
            service.request(command < COMMANDS.length ? COMMANDS[command] : "0x" + Integer.toHexString(command));
            request(in, command, packet);
        }
        return next >= HEADER && next <= Integer.MAX_VALUE ? (int) next : 0;
    }

    private void request(ByteReader in, int command, long packet) {
        switch (command) {
            case NEGOTIATE -> {
                in.skip(2);
                int count = Math.min(in.u16le(), MAX_DIALECTS);
                in.seek(HEADER + 36);
                int highest = 0;
                for (int i = 0; i < count; i++) {
                    highest = Math.max(highest, in.u16le());
                }
                version(highest);
            }
            case SESSION_SETUP -> login.request(in, packet);
            case TREE_CONNECT -> {
                in.skip(4);
                int offset = in.u16le();
                int length = Math.min(in.u16le(), MAX_PATH);
                in.seek(offset);
                shares.connected(new String(in.take(length), StandardCharsets.UTF_16LE));
            }
            default -> {
                // The others move files about.
            }
        }
    }

    private void response(ByteReader in, int command, long status) {
        if (command == NEGOTIATE && status == 0) {
            in.skip(2);
            int mode = in.u16le();
            version(in.u16le());
            service.latest("signing", (mode & MUST_SIGN) != 0 ? "required" : "enabled");
        } else if (command == SESSION_SETUP) {
            login.response(in, status);
        }
    }

    /** 0x0311 is 3.1.1, 0x0210 is 2.1, 0x0202 is 2.0.2. */
    private void version(int dialect) {
        int last = dialect & 0x0F;
        String point = (dialect >> 8) + "." + (dialect >> 4 & 0x0F) + (last == 0 ? "" : "." + last);
        if (dialect != 0) {
            service.version(dialect == ANY_OF_2 ? "2.?" : point);
        }
    }
}
