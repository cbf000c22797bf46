/**
 * What a flow carries: reads the bytes of a conversation, names its application and keeps what its protocol showed in
 * clear; {@code StreamCatalog} and {@code DatagramCatalog} list the protocols that are decoded. Plain Java, judges
 * nothing, throws on no bytes. The flow table, the tally and the app room may import it; it imports {@code core.flow}
 * and its own sub-rooms.
 */
@NullMarked
package io.wirecase.capture.application;

import org.jspecify.annotations.NullMarked;
