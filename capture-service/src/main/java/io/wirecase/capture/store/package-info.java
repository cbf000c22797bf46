/**
 * Where captures are kept, so that they can be read again and the packets behind a claim cut out. The rest, run and app
 * rooms may import it; it imports the source room and core.wire.
 */
@NullMarked
package io.wirecase.capture.store;

import org.jspecify.annotations.NullMarked;
