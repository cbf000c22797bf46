/**
 * What a protocol over UDP is: how surely a datagram is of it, and what then reads the flow. The rooms of the
 * protocols and {@code capture.application}, which lists them, import it; it imports {@code core.flow} and the rooms
 * {@code stream}, {@code naming}, {@code dns} and {@code dialog} (notes of facts) beside it.
 */
@NullMarked
package io.wirecase.capture.application.datagram;

import org.jspecify.annotations.NullMarked;
