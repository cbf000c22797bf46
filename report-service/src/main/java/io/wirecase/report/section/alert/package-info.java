/**
 * The sections on the alerts taken together: how many of what kind, on which hosts, over which time, and which were
 * left out by a rule. Imports wording and every room before it; only the sections on the case as a whole import it.
 */
@NullMarked
package io.wirecase.report.section.alert;

import org.jspecify.annotations.NullMarked;
