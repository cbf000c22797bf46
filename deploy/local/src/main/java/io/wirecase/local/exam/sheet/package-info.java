/**
 * What came back for the questions of an exam: alerts, series of start times, verdicts. Plain values; the other rooms
 * of the exam import it.
 */
@NullMarked
package io.wirecase.local.exam.sheet;

import org.jspecify.annotations.NullMarked;
