/**
 * SSH (RFC 4253) as far as it is clear: who says to be what, and which algorithms each side offers. Only
 * {@code capture.application} imports it; it imports {@code dialog}, {@code stream} and {@code core.flow}.
 */
@NullMarked
package io.wirecase.capture.application.ssh;

import org.jspecify.annotations.NullMarked;
