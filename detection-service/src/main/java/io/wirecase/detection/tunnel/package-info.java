/**
 * Data carried where a protocol carries none: in echo messages and in the names and answers of DNS. Plain Java. Engine
 * and app may import it.
 */
@NullMarked
package io.wirecase.detection.tunnel;

import org.jspecify.annotations.NullMarked;
