/**
 * The operator's lists of what is known to be bad: read from files, read again when they change. Plain Java. The flow
 * risks, the engine and app may import it.
 */
@NullMarked
package io.wirecase.detection.watchlist;

import org.jspecify.annotations.NullMarked;
