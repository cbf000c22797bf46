/** Tests of what is taken out of a watched folder. */
@NullMarked
package io.wirecase.local.spool;

import org.jspecify.annotations.NullMarked;
