/**
 * The four services, a real broker and a real database, as processes of their own, seen from outside. Run by
 * {@code ./wirecase test}; needs everything built.
 */
@NullMarked
package io.wirecase.local.e2e;

import org.jspecify.annotations.NullMarked;
