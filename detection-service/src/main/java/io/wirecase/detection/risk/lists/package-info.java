/** Risks that the operator's lists tell. Plain Java; only the catalog in engine may import it. */
@NullMarked
package io.wirecase.detection.risk.lists;

import org.jspecify.annotations.NullMarked;
