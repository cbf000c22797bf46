package io.wirecase.core.fact;

import io.wirecase.core.net.UntrustedText;

/**
 * The client asked this server for a name (HTTP Host or TLS server name) for which DNS had just given that client other
 * addresses only: it connects to an address that no answer named. Absent when DNS for the name was not seen, which says
 * nothing.
 *
 * @param name the name asked for
 * @param answeredNanos capture time of the latest answer for it
 * @param packet number of that answer's packet
 * @param addresses how many addresses that answer and those still valid before it gave
 */
public record NameConflict(UntrustedText name, long answeredNanos, long packet, int addresses) {}
