/**
 * Counts that fold in any order: sums, greatest values, how many different ones, amounts by time, and who was on which
 * side. Rules say what to count and what it amounts to. Plain Java; the rooms of rules, engine and app may import it.
 */
@NullMarked
package io.wirecase.detection.tally;

import org.jspecify.annotations.NullMarked;
