/**
 * The report as Markdown (CommonMark with the tables of GitHub's flavour), without any HTML in it. Imports
 * {@code render} and {@code document} only; {@code app} imports it.
 */
@NullMarked
package io.wirecase.report.render.markdown;

import org.jspecify.annotations.NullMarked;
