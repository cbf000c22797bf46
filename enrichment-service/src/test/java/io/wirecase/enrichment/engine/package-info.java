/** Tests of the room of the same name. */
@NullMarked
package io.wirecase.enrichment.engine;

import org.jspecify.annotations.NullMarked;
