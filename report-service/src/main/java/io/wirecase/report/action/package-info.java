/**
 * What to do next, in phases, each on an asset the reader owns. Imports assessment, hypothesis, measurement,
 * pattern, claim and core; section and engine import it.
 */
@NullMarked
package io.wirecase.report.action;

import org.jspecify.annotations.NullMarked;
