/**
 * What every service does alike with Kafka's plain clients: headers, defaults and waiting for topics. The {@code in},
 * {@code out} and {@code app} rooms of every service may import it; it imports core alone.
 */
@NullMarked
package io.wirecase.platform.kafka;

import org.jspecify.annotations.NullMarked;
