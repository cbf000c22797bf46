/** Data that is carried where it does not belong, and data in amounts. Imports exam alone. */
@NullMarked
package io.wirecase.scenarios.exam.carrier;

import org.jspecify.annotations.NullMarked;
