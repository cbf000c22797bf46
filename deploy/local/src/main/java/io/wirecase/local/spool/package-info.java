/**
 * A folder that sensors write captures into: which files are complete, and which were taken before. The cli room may
 * import it; it imports the JDK alone.
 */
@NullMarked
package io.wirecase.local.spool;

import org.jspecify.annotations.NullMarked;
