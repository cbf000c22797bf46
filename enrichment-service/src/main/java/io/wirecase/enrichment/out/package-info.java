/** Sends enriched alerts, end markers and dead letters to Kafka and waits until they are stored. Decides nothing. */
@NullMarked
package io.wirecase.enrichment.out;

import org.jspecify.annotations.NullMarked;
