/** Reads what the generator writes with a small reader of its own, and holds it against the fixtures' truth. */
@NullMarked
package io.wirecase.scenarios;

import org.jspecify.annotations.NullMarked;
