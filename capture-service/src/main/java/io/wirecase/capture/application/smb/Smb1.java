package io.wirecase.capture.application.smb;

import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.stream.ByteReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Messages of SMB 1 ([MS-CIFS] 2.2). */
final class Smb1 {

    private static final int HEADER = 32;
    private static final int REPLY = 0x80;
    private static final int UNICODE = 0x8000;
    private static final int NEGOTIATE = 0x72;
    private static final int SESSION_SETUP = 0x73;
    private static final int TREE_CONNECT = 0x75;
    private static final int MAX_DIALECTS = 16;
    private static final int MAX_TEXT = 128;
    private static final int ENCRYPTS = 0x02;
    private static final int SIGNS = 0x04;
    private static final int MUST_SIGN = 0x08;

    private static final Map<Integer, String> COMMANDS = Map.ofEntries(
            Map.entry(0x04, "CLOSE"),
            Map.entry(0x06, "DELETE"),
            Map.entry(0x07, "RENAME"),
            Map.entry(0x25, "TRANSACTION"),
            Map.entry(0x2B, "ECHO"),
            Map.entry(0x2D, "OPEN_ANDX"),
            Map.entry(0x2E, "READ_ANDX"),
            Map.entry(0x2F, "WRITE_ANDX"),
            Map.entry(0x32, "TRANSACTION2"),
            Map.entry(0x70, "TREE_CONNECT"),
            Map.entry(0x71, "TREE_DISCONNECT"),
            Map.entry(NEGOTIATE, "NEGOTIATE"),
            Map.entry(SESSION_SETUP, "SESSION_SETUP_ANDX"),
            Map.entry(0x74, "LOGOFF_ANDX"),
            Map.entry(TREE_CONNECT, "TREE_CONNECT_ANDX"),
            Map.entry(0xA0, "NT_TRANSACT"),
            Map.entry(0xA2, "NT_CREATE_ANDX"));

    private final ServiceNotes service;
    private final SmbLogin login;
    private final Shares shares;
    private final List<String> dialects = new ArrayList<>();
    private boolean clear;

    Smb1(ServiceNotes service, SmbLogin login, Shares shares) {
        this.service = service;
        this.login = login;
        this.shares = shares;
    }

    /** Reads a message from its header on. */
    void message(ByteReader in, long packet) {
        in.skip(4);
        int command = in.u8();
        long status = in.u32le();
        boolean reply = (in.u8() & REPLY) != 0;
        boolean unicode = (in.u16le() & UNICODE) != 0;
        in.seek(HEADER);
        int words = in.u8();
        if (in.overrun()) {
            return;
        }
        if (reply) {
            reply(in, command, words, status);
        } else {
            service.request(COMMANDS.getOrDefault(command, "0x" + Integer.toHexString(command)));
            request(in, command, words, unicode, packet);
        }
    }

    private void request(ByteReader in, int command, int words, boolean unicode, long packet) {
        switch (command) {
            case NEGOTIATE -> dialects(in, words);
            case SESSION_SETUP -> {
                if (words == 13) {
                    oldSession(in, unicode, packet);
                } else {
                    login.request(in, packet);
                }
            }
            case TREE_CONNECT -> {
                if (words == 4) {
                    in.skip(6);
                    int password = in.u16le();
                    in.skip(2 + password);
                    shares.connected(text(in, unicode));
                }
            }
            default -> {
                // The others move files about.
            }
        }
    }

    private void reply(ByteReader in, int command, int words, long status) {
        if (command == NEGOTIATE && words >= 1) {
            int chosen = in.u16le();
            if (chosen < dialects.size()) {
                service.version(dialects.get(chosen));
            }
            if (words == 17) {
                security(in.u8());
            }
        } else if (command == SESSION_SETUP) {
            login.response(in, status);
        }
    }

    private void security(int mode) {
        clear = (mode & ENCRYPTS) == 0;
        service.detail("signing", (mode & MUST_SIGN) != 0 ? "required" : (mode & SIGNS) != 0 ? "enabled" : "disabled");
    }

    /** Strings, each after a byte of 2. */
    private void dialects(ByteReader in, int words) {
        in.skip(2 * words + 2);
        dialects.clear();
        while (in.remaining() > 1 && in.u8() == 2 && dialects.size() < MAX_DIALECTS) {
            dialects.add(text(in, false));
        }
        if (!dialects.isEmpty()) {
            service.version(dialects.getLast());
        }
    }

    /** [MS-CIFS] 2.2.4.53.1: lengths of two passwords, then these, then the account. */
    private void oldSession(ByteReader in, boolean unicode, long packet) {
        in.skip(14);
        int ansi = in.u16le();
        int wide = in.u16le();
        in.skip(8 + 2 + ansi + wide);
        String account = text(in, unicode);
        if (!in.overrun()) {
            login.old(!account.isEmpty(), clear && ansi + wide > 1, packet);
        }
    }

    /** A text up to its zero; wide ones begin at an even place of the message. */
    private static String text(ByteReader in, boolean unicode) {
        if (unicode && in.position() % 2 != 0) {
            in.skip(1);
        }
        StringBuilder text = new StringBuilder();
        while (in.remaining() >= (unicode ? 2 : 1) && text.length() < MAX_TEXT) {
            char c = (char) (unicode ? in.u16le() : in.u8());
            if (c == 0) {
                break;
            }
            text.append(c);
        }
        return text.toString();
    }
}
