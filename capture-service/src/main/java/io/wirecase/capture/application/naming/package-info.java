/**
 * Names for what is not decoded: rules on the first bytes, facts from the protocols' specifications, written down as
 * explicit lists; else the port. {@code capture.application} imports it, and its rooms for datagrams import the
 * {@code Look}; it imports {@code core.flow} and {@code capture.application.stream}.
 */
@NullMarked
package io.wirecase.capture.application.naming;

import org.jspecify.annotations.NullMarked;
