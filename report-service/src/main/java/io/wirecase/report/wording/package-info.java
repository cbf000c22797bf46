/**
 * Puts a case and its patterns into words, wherever in a document or in JSON they are said: templates and claims become
 * sentences, cells and blocks. {@link io.wirecase.report.wording.CaseFile} is what there is to say,
 * {@link io.wirecase.report.wording.SectionBuilder} who says a part of it. Imports the rooms that build the case and
 * document; only the sections and engine import it.
 */
@NullMarked
package io.wirecase.report.wording;

import org.jspecify.annotations.NullMarked;
