/**
 * Bytes on their way to a decoder: pieces of a conversation, a reader that cannot run out of bounds, and what a decoder
 * is. The other rooms of {@code capture.application} import it; it imports {@code core.flow} only.
 */
@NullMarked
package io.wirecase.capture.application.stream;

import org.jspecify.annotations.NullMarked;
