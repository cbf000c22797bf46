/**
 * Models of exchanges everyone's machines make by themselves, and the comparison of a flow with them. A model matches
 * on what was said, never on the address alone, and every check is listed with what was expected and what was seen.
 * Imports core only; engine imports it.
 */
@NullMarked
package io.wirecase.enrichment.recogniser;

import org.jspecify.annotations.NullMarked;
