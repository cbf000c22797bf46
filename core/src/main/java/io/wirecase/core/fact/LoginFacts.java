package io.wirecase.core.fact;

import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/**
 * That someone logged in, or tried to, where it can be read on the way. The secret itself is never kept, nor who it
 * belonged to.
 *
 * @param protocol what was logged in to, for example {@code FTP_CONTROL}
 * @param mechanism how, in the protocol's own word, for example {@code PLAIN}; null where it has but one
 * @param user whether a user name crossed in clear
 * @param secret whether a password or an equal of it crossed in clear (encodings such as Base64 are clear)
 * @param attempts how many times, 1 or more
 * @param accepted whether the last attempt was accepted, or null when no answer was seen
 * @param packet number of the packet with the first attempt
 */
public record LoginFacts(
        String protocol,
        @Nullable UntrustedText mechanism,
        boolean user,
        boolean secret,
        int attempts,
        @Nullable Boolean accepted,
        long packet) {}
