/**
 * The clear part of TLS and DTLS handshakes: hellos from records, and the JA3 and JA4 fingerprints of a client's. Only
 * {@code capture.application} imports it; it imports {@code core.flow} and {@code capture.application.stream}.
 */
@NullMarked
package io.wirecase.capture.application.tls;

import org.jspecify.annotations.NullMarked;
