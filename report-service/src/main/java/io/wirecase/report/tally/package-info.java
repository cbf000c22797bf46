/**
 * What there is to count in the alerts of a report before anything is explained. Imports pattern, measurement
 * and core; section and engine import it.
 */
@NullMarked
package io.wirecase.report.tally;

import org.jspecify.annotations.NullMarked;
