/** What tests of several rooms share: captures written by hand and read back through the real reader. */
@NullMarked
package io.wirecase.capture.testkit;

import org.jspecify.annotations.NullMarked;
