/**
 * What comes in from Kafka: read, decode, store, dead-letter what cannot be read. Holds no decisions. {@code app}
 * imports it; it imports core, platform and {@code report.store}.
 */
@NullMarked
package io.wirecase.report.in;

import org.jspecify.annotations.NullMarked;
