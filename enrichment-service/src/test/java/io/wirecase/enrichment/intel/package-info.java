/** Tests of the room of the same name. */
@NullMarked
package io.wirecase.enrichment.intel;

import org.jspecify.annotations.NullMarked;
