/**
 * Brokers of messages: MQTT, AMQP and Kafka. Only {@code capture.application} imports it; it imports {@code dialog},
 * {@code naming}, {@code stream} and {@code core.flow}.
 */
@NullMarked
package io.wirecase.capture.application.message;

import org.jspecify.annotations.NullMarked;
