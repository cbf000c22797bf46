/** Reads alerts and end markers from Kafka, hands alerts to the engine and everything to {@code out}. */
@NullMarked
package io.wirecase.enrichment.in;

import org.jspecify.annotations.NullMarked;
