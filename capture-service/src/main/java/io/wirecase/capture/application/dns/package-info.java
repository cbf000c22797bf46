/**
 * DNS and its kin (multicast DNS, LLMNR, NetBIOS names): messages from bytes, and questions joined with their answers.
 * Only {@code capture.application} imports it; it imports {@code core.flow} and {@code capture.application.bytes}.
 */
@NullMarked
package io.wirecase.capture.application.dns;

import org.jspecify.annotations.NullMarked;
