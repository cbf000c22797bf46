/**
 * What is known of an address: where it is, and who announces it by which data file. Imports core and the reader of
 * MaxMind DB files; engine, recogniser and app import it.
 */
@NullMarked
package io.wirecase.enrichment.intel;

import org.jspecify.annotations.NullMarked;
