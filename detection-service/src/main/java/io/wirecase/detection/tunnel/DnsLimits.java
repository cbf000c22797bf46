package io.wirecase.detection.tunnel;

/**
 * When lookups below one domain are a tunnel. Names must differ, look coded and come with much data one way or the
 * other: a hash that is looked up and answered in a word has none of the last.
 *
 * @param minNames distinct names: each carries a piece, so a tunnel of use needs many
 * @param minEntropy bits a character, on average over characters: host names stay below, long names of hexadecimal
 *     digits come near their four, other codes lie above
 * @param minAnswerBytes bytes of answers that can carry data
 * @param minMeanAnswer their mean: verdicts of reputation services are a word or an address
 * @param minDifferent the share of different answers, and of different names where these carry the data: aliases and
 *     policies repeat
 * @param minNameBytes characters left of the domain, over all names: as much as in answers
 * @param minMeanName their mean where names alone carry the data: half of what a name can hold, since each costs a
 *     round trip and a tunnel fills it; lookups of hashes stay below
 */
record DnsLimits(
        int minNames,
        double minEntropy,
        long minAnswerBytes,
        double minMeanAnswer,
        double minDifferent,
        long minNameBytes,
        double minMeanName) {

    static final DnsLimits DEFAULT = new DnsLimits(50, 3.8, 16 << 10, 64, 0.5, 16 << 10, 120);
}
