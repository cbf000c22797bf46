package io.wirecase.core.fact;

import io.wirecase.core.net.RegisteredDomain;
import io.wirecase.core.net.UntrustedText;

/**
 * What one flow asked of one registered domain and what came back, as far as the names are long enough to carry data
 * (see {@link io.wirecase.core.measure.DomainTally}). Sums are over transactions, so that flows add up.
 *
 * @param domain the registered domain (see {@link RegisteredDomain})
 * @param transactions questions, each counted once however often it was sent
 * @param names distinct names among them, estimated where there are many
 * @param nameChars characters left of the registered domain, dots left out, over all transactions
 * @param nameMillibits the Shannon entropies of the names in thousandths of a bit a character, each times its
 *     characters, over all transactions
 * @param dataAnswers answer records that can carry data: of any type but addresses, PTR and what only DNS itself uses
 * @param dataBytes bytes in them
 * @param distinctAnswers distinct ones among them, estimated where there are many
 */
public record DomainTraffic(
        UntrustedText domain,
        long transactions,
        long names,
        long nameChars,
        long nameMillibits,
        long dataAnswers,
        long dataBytes,
        long distinctAnswers) {}
