/**
 * What hosts say to each other: TCP connections, lookups, HTTP exchanges, TLS sessions, ARP, NTP. Draws chance only
 * from the scene's seed, so that the same seed gives the same frames whatever the start time. Imports packet and
 * capture; the traffic, fixture, bulk and exam rooms import it.
 */
@NullMarked
package io.wirecase.scenarios.conversation;

import org.jspecify.annotations.NullMarked;
