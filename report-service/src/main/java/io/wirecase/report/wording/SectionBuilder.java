package io.wirecase.report.wording;

import io.wirecase.report.document.Section;

/** Puts one part of a case into words. */
public interface SectionBuilder {

    /** The section; never without content: what there is nothing to say about is said to be so. */
    Section build(CaseFile file);
}
