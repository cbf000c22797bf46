/** Flows and alerts as capture and detection would send them. Tests of every room may import it. */
@NullMarked
package io.wirecase.enrichment.testing;

import org.jspecify.annotations.NullMarked;
