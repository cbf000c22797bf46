/** Flows for the tests of this service. */
@NullMarked
package io.wirecase.detection.testing;

import org.jspecify.annotations.NullMarked;
