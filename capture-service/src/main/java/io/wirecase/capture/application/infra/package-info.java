/**
 * What keeps networks running: time, management, logs, boot files, authentication, discovery, routing.
 * Only {@code capture.application} imports it; it imports {@code core.flow} and the rooms {@code stream},
 * {@code naming}, {@code dialog} and {@code datagram} beside it.
 */
@NullMarked
package io.wirecase.capture.application.infra;

import org.jspecify.annotations.NullMarked;
