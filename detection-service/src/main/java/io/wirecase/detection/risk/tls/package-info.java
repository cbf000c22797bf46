/** Risks of TLS hellos. Plain Java; only the catalog in engine may import it. */
@NullMarked
package io.wirecase.detection.risk.tls;

import org.jspecify.annotations.NullMarked;
