/**
 * The sections of a report in reading order, the cover and the ledger: one builder a section. Those that go pattern by
 * pattern and those on the alerts have rooms of their own below; this one has the sections on the case as a whole.
 * Imports wording and every room before it; only engine imports it.
 */
@NullMarked
package io.wirecase.report.section;

import org.jspecify.annotations.NullMarked;
