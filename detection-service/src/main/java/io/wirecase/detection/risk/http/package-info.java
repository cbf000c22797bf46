/** Risks of HTTP/1 exchanges. Plain Java; only the catalog in engine may import it. */
@NullMarked
package io.wirecase.detection.risk.http;

import org.jspecify.annotations.NullMarked;
