/**
 * Proxies that are no HTTP: SOCKS and what a load balancer announces, each with what goes through it. Only {@code
 * capture.application} imports it; it imports
 * {@code dialog}, {@code naming}, {@code stream} and {@code core.flow}.
 */
@NullMarked
package io.wirecase.capture.application.proxy;

import org.jspecify.annotations.NullMarked;
