/** What every renderer must do, on documents that hold every kind of block. */
@NullMarked
package io.wirecase.report.render;

import org.jspecify.annotations.NullMarked;
