/** Risks of DNS messages. Plain Java; only the catalog in engine may import it. */
@NullMarked
package io.wirecase.detection.risk.dns;

import org.jspecify.annotations.NullMarked;
