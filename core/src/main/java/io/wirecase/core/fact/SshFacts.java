package io.wirecase.core.fact;

import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/**
 * What the clear part of an SSH connection showed (RFC 4253).
 *
 * @param clientBanner the client's identification string, or null
 * @param serverBanner the server's identification string, or null
 * @param hassh MD5 (hex) over the client's algorithm lists in the order of the HASSH definition, or null
 * @param hasshServer the same of the server, or null
 * @param clientCiphers the ciphers the client offers for what it sends, a list with commas as sent, or null
 * @param serverCiphers the ciphers the server offers for what it sends, a list with commas as sent, or null
 */
public record SshFacts(
        @Nullable UntrustedText clientBanner,
        @Nullable UntrustedText serverBanner,
        @Nullable String hassh,
        @Nullable String hasshServer,
        @Nullable UntrustedText clientCiphers,
        @Nullable UntrustedText serverCiphers) {}
