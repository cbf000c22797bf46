/** Tests of the command line. */
@NullMarked
package io.wirecase.scenarios.app;

import org.jspecify.annotations.NullMarked;
