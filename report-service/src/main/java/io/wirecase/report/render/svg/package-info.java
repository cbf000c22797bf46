/**
 * Charts as SVG: one class a kind, shapes and text alone, no style sheet, no script, nothing from outside. Imports
 * {@code render} and {@code document}; the renderers of pages import it.
 */
@NullMarked
package io.wirecase.report.render.svg;

import org.jspecify.annotations.NullMarked;
