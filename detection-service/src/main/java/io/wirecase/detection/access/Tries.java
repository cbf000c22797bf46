package io.wirecase.detection.access;

import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Transport;
import io.wirecase.detection.risk.Applications;
import java.util.List;
import java.util.Optional;

/**
 * Logins that one flow tried and that came to nothing.
 *
 * @param service what they were tried at
 * @param refused refused ones, where that can be read
 * @param brief connections as short as a refused login, where it cannot: 0 or 1
 * @param accepted whether a login was accepted in the end
 */
record Tries(String service, int refused, int brief, boolean accepted) {

    /** Services whose logins are encrypted or not read; a connection over which little went was not used. */
    private static final List<String> NOT_READ = List.of("SSH", "RDP", "VNC", "SMBv23", "SMBv1", "WinRM");

    /**
     * The most payload of one side of a refused login: keys are agreed on, up to six passwords are refused. What is
     * used has more.
     */
    private static final long MOST_BYTES = 6_000;

    /** The least payload of each side: less is a look at the banner. */
    private static final long LEAST_BYTES = 600;

    static Optional<Tries> of(Flow flow) {
        if (flow.key().transport() != Transport.TCP || flow.responder().multicast()) {
            return Optional.empty();
        }
        LoginFacts login = flow.facts().login();
        if (login != null) {
            return read(login);
        }
        for (String service : NOT_READ) {
            if (Applications.seen(flow) && flow.application().protocols().contains(service)) {
                return brief(flow) ? Optional.of(new Tries(service, 0, 1, false)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Tries> read(LoginFacts login) {
        Boolean accepted = login.accepted();
        if (accepted == null) {
            return Optional.empty();
        }
        int refused = accepted ? login.attempts() - 1 : login.attempts();
        // Of requests that carry their login each time, an accepted last one says that all were.
        boolean eachTime = login.protocol().startsWith("HTTP");
        return accepted && (refused == 0 || eachTime)
                ? Optional.of(new Tries(login.protocol(), 0, 0, true))
                : Optional.of(new Tries(login.protocol(), refused, 0, accepted));
    }

    private static boolean brief(Flow flow) {
        Counts sent = flow.traffic().originator();
        Counts back = flow.traffic().responder();
        return Math.max(sent.payloadBytes(), back.payloadBytes()) <= MOST_BYTES
                && Math.min(sent.payloadBytes(), back.payloadBytes()) >= LEAST_BYTES;
    }
}
