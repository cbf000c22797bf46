/**
 * From the case to a document: one builder a section, each puts meaning into words from templates and claims.
 * Imports every room before it and document; only engine imports it.
 */
@NullMarked
package io.wirecase.report.section;

import org.jspecify.annotations.NullMarked;
