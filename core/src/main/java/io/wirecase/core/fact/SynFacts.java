package io.wirecase.core.fact;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a SYN that tell TCP stacks apart.
 *
 * @param window the window field, unscaled, 0 to 65535
 * @param ttl the IP time to live or hop limit as seen
 * @param mss the maximum segment size option in bytes, or null without it
 * @param windowScale the window scale option's shift, or null without it
 * @param options the option kinds in order, for example {@code "mss,sok,ts,nop,ws"}; empty without options
 */
public record SynFacts(
        int window,
        int ttl,
        @Nullable Integer mss,
        @Nullable Integer windowScale,
        String options) {}
