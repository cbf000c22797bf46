/**
 * A report without a format: sections of blocks of sentences. It words nothing and decides nothing. Imports
 * core.flow only (text from packets keeps its type); section builders fill it, renderers read it.
 */
@NullMarked
package io.wirecase.report.document;

import org.jspecify.annotations.NullMarked;
