/**
 * From the case's input to the finished, checked report. Imports every plain room of the case; only the edges
 * (rest, app, store) import it.
 */
@NullMarked
package io.wirecase.report.engine;

import org.jspecify.annotations.NullMarked;
