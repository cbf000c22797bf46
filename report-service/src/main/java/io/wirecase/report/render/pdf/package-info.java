/**
 * The report as a PDF: the page of {@code render.html} with a style sheet for paper, laid out without fetching
 * anything. Imports {@code render}, {@code render.html} and {@code document}; {@code app} imports it.
 */
@NullMarked
package io.wirecase.report.render.pdf;

import org.jspecify.annotations.NullMarked;
