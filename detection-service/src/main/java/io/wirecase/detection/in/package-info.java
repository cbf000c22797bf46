/**
 * Reads blocks of flows and hands them on: flows to the engine and the scan state, results to out. Only app may import
 * it.
 */
@NullMarked
package io.wirecase.detection.in;

import org.jspecify.annotations.NullMarked;
