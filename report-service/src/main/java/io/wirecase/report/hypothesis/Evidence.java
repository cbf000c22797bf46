package io.wirecase.report.hypothesis;

import io.wirecase.report.document.Prose;

/**
 * Evidence that was seen.
 *
 * @param kind its kind; each at most once a pattern
 * @param statement what was seen, with its claims
 */
public record Evidence(EvidenceKind kind, Prose statement) {}
