/**
 * PostgreSQL: what is stored, how it gets there exactly once, and what can be asked. Decides nothing. {@code in},
 * {@code rest}, {@code web} and {@code app} import it; it imports core, {@code report.input} and
 * {@code report.suppression}.
 */
@NullMarked
package io.wirecase.report.store;

import org.jspecify.annotations.NullMarked;
