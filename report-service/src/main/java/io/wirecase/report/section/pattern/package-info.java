/**
 * The sections that go pattern by pattern: what each is, what was seen, what it may mean, who is at the other end, its
 * timing, volume and ports, and what else could explain it. Imports wording and every room before it; only the catalog
 * of sections imports it.
 */
@NullMarked
package io.wirecase.report.section.pattern;

import org.jspecify.annotations.NullMarked;
