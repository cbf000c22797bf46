package io.wirecase.capture.application;

import io.wirecase.capture.application.datagram.DatagramProtocol;
import io.wirecase.capture.application.lookup.LookupProtocols;
import io.wirecase.capture.application.quic.QuicProtocol;
import java.util.List;
import java.util.stream.Stream;

/** The protocols over UDP that are decoded, in the order they are tried; the commonest first. */
final class DatagramCatalog {

    static final List<DatagramProtocol> ALL = Stream.of(LookupProtocols.ALL, List.of(QuicProtocol.PROTOCOL))
            .flatMap(List::stream)
            .toList();

    private DatagramCatalog() {}
}
