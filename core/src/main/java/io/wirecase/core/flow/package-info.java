/**
 * The shared words for traffic: addresses, endpoints, flows and the facts parsed from them. Pure values; every other
 * room may import them, they import nothing of ours.
 */
@NullMarked
package io.wirecase.core.flow;

import org.jspecify.annotations.NullMarked;
