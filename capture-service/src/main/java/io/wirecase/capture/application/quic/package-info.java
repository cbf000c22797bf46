/**
 * QUIC up to the client's first words: long headers of versions 1 and 2, of the drafts and of Google's before them, and
 * the ClientHello in the Initial packets, whose keys follow from what everybody can see (RFC 9001 section 5.2). Only
 * {@code capture.application} imports it; it imports {@code core.flow} and the rooms {@code stream}, {@code naming},
 * {@code datagram} and {@code tls} beside it.
 */
@NullMarked
package io.wirecase.capture.application.quic;

import org.jspecify.annotations.NullMarked;
