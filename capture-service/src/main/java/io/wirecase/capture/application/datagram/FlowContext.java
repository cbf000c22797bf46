package io.wirecase.capture.application.datagram;

import io.wirecase.capture.application.dns.DnsStream;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder knows of its flow, and whom it tells what concerns others.
 *
 * @param originator who sent the first packet
 * @param responder the other side
 * @param answers takes DNS messages, so that names lead to addresses
 * @param expectations takes flows that this one says will come
 */
public record FlowContext(Endpoint originator, Endpoint responder, DnsStream.Sink answers, Expectations expectations) {

    /** Flows that other flows announced. */
    public interface Expectations {

        /**
         * Expects a flow.
         *
         * @param protocol the name it will go by
         * @param address one end's address
         * @param port that end's port
         * @param timeNanos capture time of the announcement
         */
        void expect(String protocol, IpAddress address, int port, long timeNanos);

        /**
         * Says that an end is one of an application's, whatever protocol comes next.
         *
         * @param application its name
         * @param end the end
         * @param timeNanos capture time at which it showed
         */
        void use(String application, Endpoint end, long timeNanos);

        /** The application that either end is one of, or null when it is of none, or was too long before. */
        @Nullable
        String used(Endpoint originator, Endpoint responder, long nowNanos);

        /** The name a flow between two ends was announced by, or null when it was not, or too long before. */
        @Nullable
        String announced(Endpoint originator, Endpoint responder, long nowNanos);
    }

    /** One side's end. */
    public Endpoint of(Party side) {
        return side == Party.ORIGINATOR ? originator : responder;
    }

    /** Whether either side has a port. */
    public boolean port(int number) {
        return is(originator, number) || is(responder, number);
    }

    private static boolean is(Endpoint end, int number) {
        Integer port = end.port();
        return port != null && port == number;
    }
}
