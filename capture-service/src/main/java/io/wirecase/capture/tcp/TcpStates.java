package io.wirecase.capture.tcp;

import io.wirecase.capture.tcp.TcpSide.State;

/** Names the state of a TCP connection as Zeek's conn_state does. */
final class TcpStates {

    private TcpStates() {}

    /**
     * The state's name.
     *
     * @param client the side that opened it, or would have
     * @param server the other side
     * @param payload whether either side sent payload
     */
    static String name(TcpSide client, TcpSide server, boolean payload) {
        State c = client.state;
        State s = server.state;
        if (s == State.RESET) {
            return resetByServer(client, payload);
        }
        if (c == State.RESET) {
            // A reset to something not in the capture is no attempt that was given up.
            return !server.inactive() ? "RSTO" : client.synSequence != null ? "RSTOS0" : "OTH";
        }
        if (c == State.CLOSED || s == State.CLOSED) {
            return closed(client, server);
        }
        if (c == State.SYN_SENT && s == State.INACTIVE) {
            return "S0";
        }
        boolean answered = s == State.SYN_ACK_SENT || s == State.ESTABLISHED;
        return answered && (c == State.SYN_SENT || c == State.ESTABLISHED) ? "S1" : "OTH";
    }

    private static String resetByServer(TcpSide client, boolean payload) {
        if (client.state == State.SYN_SENT || client.state == State.SYN_ACK_SENT) {
            return "REJ";
        }
        if (client.state == State.RESET && !payload) {
            return "REJ";
        }
        return client.inactive() ? "RSTRH" : "RSTR";
    }

    private static String closed(TcpSide client, TcpSide server) {
        if (client.state == server.state) {
            return "SF";
        }
        if (client.state == State.CLOSED) {
            return server.inactive() ? "SH" : "S2";
        }
        return client.inactive() ? "SHR" : "S3";
    }
}
