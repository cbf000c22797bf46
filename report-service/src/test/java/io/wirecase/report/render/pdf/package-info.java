/** How reports look on paper. */
@NullMarked
package io.wirecase.report.render.pdf;

import org.jspecify.annotations.NullMarked;
