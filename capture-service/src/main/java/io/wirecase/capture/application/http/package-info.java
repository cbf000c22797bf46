/**
 * HTTP/1 (RFC 9112) from bytes: messages, their framing and which response answers which request. Only
 * {@code capture.application} imports it; it imports {@code core.flow} and {@code capture.application.stream}.
 */
@NullMarked
package io.wirecase.capture.application.http;

import org.jspecify.annotations.NullMarked;
