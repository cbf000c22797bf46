/** Tests of marking. */
@NullMarked
package io.wirecase.local.exam;

import org.jspecify.annotations.NullMarked;
