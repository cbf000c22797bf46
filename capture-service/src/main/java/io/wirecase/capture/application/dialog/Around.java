package io.wirecase.capture.application.dialog;

import io.wirecase.capture.application.dns.DnsStream;
import java.util.function.Supplier;

/**
 * What a stream is part of.
 *
 * @param inner makes the decoder of what the stream carries once it is a tunnel or was upgraded; what that is its own
 *     first bytes tell
 * @param answers receives the DNS messages in it
 * @param announcements receives the connections it says will come
 */
public record Around(Supplier<StreamDialog> inner, DnsStream.Sink answers, Announcements announcements) {}
