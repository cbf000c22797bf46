package io.wirecase.capture.application.datagram;

import io.wirecase.capture.application.naming.Look;
import java.util.List;
import java.util.function.Function;

/**
 * A protocol over UDP.
 *
 * @param name the name its flows go by
 * @param recogniser how surely a datagram is of it; called for the first datagrams of every flow, so it looks at the
 *     first bytes first
 * @param begin makes what reads a flow of it
 */
public record DatagramProtocol(String name, Recogniser recogniser, Function<FlowContext, DatagramDecoder> begin) {

    /** Says how surely a datagram is of a protocol. */
    @FunctionalInterface
    public interface Recogniser {

        /** How surely it is. */
        Fit fit(Look look);
    }

    /** A protocol whose facts fit the general shape. */
    public static DatagramProtocol service(String name, Recogniser recogniser, ServiceDecoder.Reader reader) {
        return service(List.of(name), recogniser, reader);
    }

    /** The same of one that carries another, by their names from the carrier inwards. */
    public static DatagramProtocol service(List<String> stack, Recogniser recogniser, ServiceDecoder.Reader reader) {
        return new DatagramProtocol(
                stack.getFirst(), recogniser, context -> new ServiceDecoder(stack, recogniser, reader));
    }
}
