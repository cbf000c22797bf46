/**
 * Rules that say which alerts people need not see, and whether a rule covers an alert: the same answer on the bus and
 * in a report. Imports core.flow, core.alert and core.intel.
 */
@NullMarked
package io.wirecase.core.suppression;

import org.jspecify.annotations.NullMarked;
