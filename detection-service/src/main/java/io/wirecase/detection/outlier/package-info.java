/**
 * Amounts that stand apart from a host's own others: of a flow among flows to the same entity and port, of a minute
 * among minutes. Plain Java. Engine and app may import it.
 */
@NullMarked
package io.wirecase.detection.outlier;

import org.jspecify.annotations.NullMarked;
