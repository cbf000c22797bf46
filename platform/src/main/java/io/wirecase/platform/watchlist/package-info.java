/**
 * The operator's lists of what is known to be bad: read from files, read again when they change. Plain Java. What
 * judges in detection and enrichment may import it, and their {@code app}; it imports core alone.
 */
@NullMarked
package io.wirecase.platform.watchlist;

import org.jspecify.annotations.NullMarked;
