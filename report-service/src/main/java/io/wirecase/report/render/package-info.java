/**
 * From a document to bytes. A renderer words nothing and decides nothing: it sees {@code document} alone.
 * {@code app} imports it.
 */
@NullMarked
package io.wirecase.report.render;

import org.jspecify.annotations.NullMarked;
