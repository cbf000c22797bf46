/** Records on their way to the bus: partition, headers, bytes. In and app may import it. */
@NullMarked
package io.wirecase.detection.out;

import org.jspecify.annotations.NullMarked;
