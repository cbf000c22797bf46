/**
 * From weighed explanations to a verdict, by the written rule of docs/assessment.md. Imports hypothesis,
 * measurement, pattern, input, claim and core; gap, action, section and engine import it.
 */
@NullMarked
package io.wirecase.report.assessment;

import org.jspecify.annotations.NullMarked;
