/** Programs that call somebody's controller by the clock, and what they fall back to. Imports exam alone. */
@NullMarked
package io.wirecase.scenarios.exam.beacon;

import org.jspecify.annotations.NullMarked;
