/**
 * Which suppression rules there are now, and what they say of an enriched alert. Imports core only; in and app use it.
 */
@NullMarked
package io.wirecase.enrichment.suppression;

import org.jspecify.annotations.NullMarked;
