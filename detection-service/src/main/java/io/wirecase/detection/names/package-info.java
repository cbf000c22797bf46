/**
 * What lookups tell over several flows: names that were computed, and names that are messages. Plain Java; flood,
 * engine and app may import it.
 */
@NullMarked
package io.wirecase.detection.names;

import org.jspecify.annotations.NullMarked;
