/**
 * What could explain a pattern: explanations, evidence in groups, and how likely each explanation is. Imports
 * measurement, pattern, claim, document and core; assessment, gap, action and section import it. The
 * explanations themselves are in benign and threat.
 */
@NullMarked
package io.wirecase.report.hypothesis;

import org.jspecify.annotations.NullMarked;
