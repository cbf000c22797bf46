/** Tests of the room of the same name. */
@NullMarked
package io.wirecase.enrichment.app;

import org.jspecify.annotations.NullMarked;
