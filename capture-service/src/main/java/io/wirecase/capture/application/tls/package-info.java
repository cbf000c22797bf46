/**
 * The clear part of TLS, DTLS and QUIC handshakes: hellos, certificates and alerts from records, the JA3, JA3S and JA4
 * fingerprints. {@code capture.application} and its {@code quic} import it; it imports {@code core.flow} and
 * {@code capture.application.stream}.
 */
@NullMarked
package io.wirecase.capture.application.tls;

import org.jspecify.annotations.NullMarked;
