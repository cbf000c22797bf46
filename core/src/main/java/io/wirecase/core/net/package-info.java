/**
 * The smallest words for traffic: addresses, endpoints, transports, ports' usual protocols, registered domains, text
 * from packets. Pure values; every other room may import them, they import nothing of ours.
 */
@NullMarked
package io.wirecase.core.net;

import org.jspecify.annotations.NullMarked;
