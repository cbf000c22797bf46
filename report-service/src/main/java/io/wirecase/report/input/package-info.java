/**
 * What a case is built from: the question, its sources, the alerts and a view on the stored flows. Imports core
 * only; every room of the case may import it, and the store fills it.
 */
@NullMarked
package io.wirecase.report.input;

import org.jspecify.annotations.NullMarked;
