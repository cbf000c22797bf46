/**
 * Remote desktops: RDP and VNC up to where they are encrypted or become pictures. Only {@code capture.application}
 * imports it; it imports {@code dialog}, {@code naming}, {@code stream} and {@code core.flow}.
 */
@NullMarked
package io.wirecase.capture.application.desktop;

import org.jspecify.annotations.NullMarked;
