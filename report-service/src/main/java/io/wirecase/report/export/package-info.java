/**
 * Lines for export files, in the published shapes. Plain; imports core only. {@code rest} imports it.
 */
@NullMarked
package io.wirecase.report.export;

import org.jspecify.annotations.NullMarked;
