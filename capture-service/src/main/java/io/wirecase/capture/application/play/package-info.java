/**
 * What games speak over UDP, as far as its frames are known. Only {@code capture.application} imports it; it imports
 * the rooms {@code naming}, {@code dialog} and {@code datagram} beside it.
 */
@NullMarked
package io.wirecase.capture.application.play;

import org.jspecify.annotations.NullMarked;
