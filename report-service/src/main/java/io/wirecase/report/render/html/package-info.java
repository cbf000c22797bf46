/**
 * The report as one self-contained HTML page for screen and paper. Imports {@code render} and {@code document}
 * only; {@code app} imports it.
 */
@NullMarked
package io.wirecase.report.render.html;

import org.jspecify.annotations.NullMarked;
