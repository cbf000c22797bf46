/** Tests of the room of the same name. */
@NullMarked
package io.wirecase.enrichment.recogniser;

import org.jspecify.annotations.NullMarked;
