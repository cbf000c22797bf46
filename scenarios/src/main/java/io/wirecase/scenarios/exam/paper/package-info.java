/** The catalog of families, the pairs that must be told apart, and how an instance becomes a capture. */
@NullMarked
package io.wirecase.scenarios.exam.paper;

import org.jspecify.annotations.NullMarked;
