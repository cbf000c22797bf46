/** Writes the marks: one set of tables as Markdown, HTML and JSON, and curves as SVG. Pure; imports mark alone. */
@NullMarked
package io.wirecase.local.exam.page;

import org.jspecify.annotations.NullMarked;
