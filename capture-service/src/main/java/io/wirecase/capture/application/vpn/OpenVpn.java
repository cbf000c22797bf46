package io.wirecase.capture.application.vpn;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.datagram.NotedDecoder;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.core.net.Party;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * OpenVPN (its documented wire protocol): control messages begin with an operation, a key number and the sender's
 * session, which stays the same; both sides begin with a reset.
 */
final class OpenVpn extends NotedDecoder {

    private static final int PORT = 1194;
    private static final int PLAIN_RESET = 14;
    private static final int CONTROL = 4;
    private static final int ACKNOWLEDGEMENT = 5;
    private static final int DATA = 6;
    private static final int CLIENT_RESET = 7;
    private static final int SERVER_RESET = 8;
    private static final int DATA_2 = 9;
    private static final int CLIENT_RESET_3 = 10;
    private static final int MAX_READ = 32;
    /** Resets with the codes that are in use: HMAC by SHA-1, SHA-256 and SHA-512 with a packet number and time. */
    private static final List<Integer> AUTHENTICATED = List.of(42, 54, 86);

    private final Map<Party, Long> sessions = new EnumMap<>(Party.class);

    OpenVpn() {
        super("OpenVPN", MAX_READ);
    }

    static Fit fit(Look look) {
        int operation = look.u8(0) >> 3;
        boolean reset = (operation == CLIENT_RESET || operation == SERVER_RESET || operation == CLIENT_RESET_3)
                && (look.u8(0) & 7) == 0
                && look.length() >= PLAIN_RESET
                && session(look) != 0;
        if (!reset) {
            return Fit.NO;
        }
        boolean plain = look.length() == PLAIN_RESET && look.u8(9) == 0 && look.u32(10) == 0;
        boolean answer = operation == SERVER_RESET && look.u8(9) == 1 && look.length() == PLAIN_RESET + 12;
        Fit elsewhere = plain || answer ? Fit.LIKELY : AUTHENTICATED.contains(look.length()) ? Fit.POSSIBLE : Fit.NO;
        return look.port(PORT) ? Fit.SURE : elsewhere;
    }

    private static long session(Look look) {
        return look.u32(1) << 32 | look.u32(5);
    }

    @Override
    public boolean read(Datagram datagram) {
        Look look = datagram.look();
        int operation = look.u8(0) >> 3;
        String name = name(operation);
        if (name.isEmpty() || look.length() < 9 || seen() == 0 && fit(look) == Fit.NO) {
            return false;
        }
        if (operation != DATA && operation != DATA_2 && !sameSession(datagram.sender(), session(look))) {
            return false;
        }
        counted();
        notes.request(name);
        if (seen() == 1 && look.length() > PLAIN_RESET && operation == CLIENT_RESET) {
            notes.detail("control channel", "authenticated or encrypted");
        }
        return true;
    }

    /** A reset begins another session, which proves nothing before the first is proved. */
    private boolean sameSession(Party sender, long session) {
        Long before = sessions.put(sender, session);
        return before == null || before == session || seen() > Fit.POSSIBLE.proof();
    }

    private static String name(int operation) {
        return switch (operation) {
            case CONTROL -> "control";
            case ACKNOWLEDGEMENT -> "acknowledgement";
            case DATA, DATA_2 -> "data";
            case CLIENT_RESET, CLIENT_RESET_3 -> "client reset";
            case SERVER_RESET -> "server reset";
            default -> "";
        };
    }
}
