/**
 * The ledger: every number, address, name and time a report states is a claim here, and every sentence is a template
 * filled with claims. Gates read the finished report and refuse it when a sentence says more than the ledger holds.
 * Plain Java; imports core.flow and document; the case's rooms and the engine import it.
 */
@NullMarked
package io.wirecase.report.claim;

import org.jspecify.annotations.NullMarked;
