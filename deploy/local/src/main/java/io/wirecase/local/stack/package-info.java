/**
 * The six processes of a local Wirecase (database, broker, four services): where their files are, how each is started,
 * when it is ready, and how nothing is left running. Plain Java; a launcher may be killed at any moment, so everything
 * worth knowing is in small files under the data folder.
 *
 * <p>May be imported by {@code app}, {@code cli} and the end-to-end tests.
 */
@NullMarked
package io.wirecase.local.stack;

import org.jspecify.annotations.NullMarked;
