/**
 * From alerts to patterns: what belongs together. Imports report.input and core; every later room of the case
 * may import it.
 */
@NullMarked
package io.wirecase.report.pattern;

import org.jspecify.annotations.NullMarked;
