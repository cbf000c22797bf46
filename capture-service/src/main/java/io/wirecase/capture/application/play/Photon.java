package io.wirecase.capture.application.play;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;

/**
 * The transport of Photon, an engine for games of several players: a peer, a count of commands, two times; then
 * commands of at least 12 bytes, each with its kind and length, that fill the datagram. The names of the kinds are
 * those of the engine's client library.
 */
final class Photon {

    private static final int HEADER = 12;
    private static final int SHORTEST = 12;
    private static final int LAST_KIND = 16;

    /** Before it connects a client may measure how far its servers are. */
    private static final long PING = 0x7D7D7D7DL;

    private Photon() {}

    static Fit fit(Look look) {
        boolean port = look.port(5055) || look.port(5056) || look.port(5058) || look.port(27_000);
        return Fit.sureIf(port && (ping(look) || commands(look)));
    }

    private static boolean ping(Look look) {
        return look.length() == HEADER + 1 && look.u32(0) == PING && look.u32(4) == PING && look.u32(8) == PING;
    }

    private static boolean commands(Look look) {
        int count = look.u8(3);
        int at = HEADER;
        for (int i = 0; i < count && at < look.length(); i++) {
            long length = look.u32(at + 4);
            if (length < SHORTEST || length > look.length() || look.u8(at) < 1 || look.u8(at) > LAST_KIND) {
                return false;
            }
            at += (int) length;
        }
        return count > 0 && at == look.length();
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        Look look = datagram.look();
        if (ping(look)) {
            notes.request("latency probe");
            return;
        }
        for (int at = HEADER; at < look.length(); at += (int) look.u32(at + 4)) {
            notes.request(name(look.u8(at)));
        }
    }

    private static String name(int kind) {
        return switch (kind) {
            case 1, 16 -> "acknowledge";
            case 2 -> "connect";
            case 3 -> "verify connect";
            case 4 -> "disconnect";
            case 5 -> "ping";
            case 6, 14 -> "send reliable";
            case 7, 11, 13 -> "send unreliable";
            case 8, 15 -> "send fragment";
            case 12 -> "server time";
            default -> "command " + kind;
        };
    }
}
