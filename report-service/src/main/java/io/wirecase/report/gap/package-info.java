/**
 * What is not known: each gap closed, partly closed or open, by a query over flows and alerts and never by a
 * sentence. Imports assessment, measurement, pattern, input, claim and core; action, section and engine import
 * it.
 */
@NullMarked
package io.wirecase.report.gap;

import org.jspecify.annotations.NullMarked;
