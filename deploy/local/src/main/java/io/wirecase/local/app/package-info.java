/**
 * The broker's own process: a Kafka node with the single-machine settings, and the topics of the catalog.
 *
 * <p>May be imported by {@code cli} for its name alone; runs in a virtual machine of its own.
 */
@NullMarked
package io.wirecase.local.app;

import org.jspecify.annotations.NullMarked;
