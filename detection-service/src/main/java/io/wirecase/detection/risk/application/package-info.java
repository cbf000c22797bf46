/** Risks of what a flow carries and where. Plain Java; only the catalog in engine may import it. */
@NullMarked
package io.wirecase.detection.risk.application;

import org.jspecify.annotations.NullMarked;
