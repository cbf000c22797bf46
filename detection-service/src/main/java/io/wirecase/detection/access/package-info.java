/**
 * What is done with access, or to get it: guessing, spreading, mining, tunnels through proxies, data that leaves,
 * retries in vain. Plain Java; engine and app may import it.
 */
@NullMarked
package io.wirecase.detection.access;

import org.jspecify.annotations.NullMarked;
