/**
 * Benign explanations, one class each. Imports hypothesis only; the engine's catalog lists them.
 */
@NullMarked
package io.wirecase.report.hypothesis.benign;

import org.jspecify.annotations.NullMarked;
