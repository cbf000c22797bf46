package io.wirecase.detection.tunnel;

import io.wirecase.core.measure.DomainTally;

/**
 * What one flow asked of one registered domain.
 *
 * @param seen the flow
 * @param tally sums, and which names and answers of those that are kept were different
 * @param variety how many were different in a flow that kept only the first; none where all were kept and counted
 */
record NameTalk(Seen seen, DomainTally tally, Variety variety) {}
