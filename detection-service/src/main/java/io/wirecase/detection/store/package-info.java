/** State in a key-value store of the stream engine: keys, compact values, bounded expiry. In and app may import it. */
@NullMarked
package io.wirecase.detection.store;

import org.jspecify.annotations.NullMarked;
