/**
 * HTTP/1 (RFC 9112) and HTTP/2 in clear (RFC 9113) from bytes: messages, their framing and which response answers
 * which request. HPACK is Netty's. Only {@code capture.application} imports
 * it; it imports {@code core.flow}, {@code dialog}, {@code naming} and {@code stream}.
 */
@NullMarked
package io.wirecase.capture.application.http;

import org.jspecify.annotations.NullMarked;
