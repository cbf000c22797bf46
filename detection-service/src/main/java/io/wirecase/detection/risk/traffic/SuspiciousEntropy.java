package io.wirecase.detection.risk.traffic;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.IcmpFacts;
import io.wirecase.core.fact.IcmpPayloads.Sent;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Payload whose bytes are spread as those of programs, packed or encrypted data are, where neither is expected: in a
 * flow of no known protocol, in a body that is said to be text, in echo messages. What few bytes have is bounded by the
 * logarithm of their number, so short payloads pass.
 */
public final class SuspiciousEntropy implements FlowRiskDetector {

    /** Bits a byte from which on bytes look like those of programs; text has less (Lyda and Hamrock, IEEE S&P 2007). */
    static final double LIMIT = 4.941;

    private static final double PACKED = 6.677;
    private static final double ENCRYPTED = 7.174;
    private static final double RANDOM = 7.312;

    /** Most of it printable is text, however many different characters it has. */
    private static final double TEXT_SHARE = 0.9;

    @Override
    public FlowRisk risk() {
        return FlowRisk.SUSPICIOUS_ENTROPY;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        OptionalDouble entropy = context.ndpiCompatible() ? NdpiEntropy.of(flow) : entropy(flow);
        return entropy.isEmpty()
                ? Optional.empty()
                : Optional.of(Findings.of(
                        risk(),
                        "Payload spread like " + band(entropy.getAsDouble()),
                        new UntrustedText(String.format(Locale.ROOT, "%.3f bits a byte", entropy.getAsDouble())),
                        "below " + LIMIT));
    }

    private static OptionalDouble entropy(Flow flow) {
        if (flow.key().transport() == Transport.ICMP || flow.key().transport() == Transport.ICMPV6) {
            return echo(flow.facts().icmp());
        }
        HttpFacts http = flow.facts().http();
        return http == null ? unknown(flow) : packedText(http);
    }

    /** The last of the first payloads of a flow of which no byte told what it is. */
    private static OptionalDouble unknown(Flow flow) {
        List<FirstPayload> first = flow.activity().first();
        if (first == null || first.isEmpty() || Applications.seen(flow)) {
            return OptionalDouble.empty();
        }
        FirstPayload last = first.getLast();
        boolean text = last.printable() >= TEXT_SHARE * last.bytes();
        return text ? OptionalDouble.empty() : from(LIMIT, last.entropy());
    }

    /** A body that is said to be plain text and is as random as nothing written is. */
    private static OptionalDouble packedText(HttpFacts http) {
        for (HttpExchange exchange : http.exchanges()) {
            HttpExchange.Response response = exchange.response();
            HttpExchange.BodyStart body =
                    response == null ? null : response.head().body();
            Double entropy = body == null ? null : body.entropy();
            if (response != null
                    && entropy != null
                    && entropy >= RANDOM
                    && response.head().field("Content-Encoding") == null) {
                return OptionalDouble.of(entropy);
            }
        }
        return OptionalDouble.empty();
    }

    /** Echo requests repeat a pattern; one whose data are new in each message carries something. */
    private static OptionalDouble echo(@Nullable IcmpFacts icmp) {
        if (icmp == null || icmp.payloads() == null || !IcmpKinds.echo(icmp.type())) {
            return OptionalDouble.empty();
        }
        return Stream.of(icmp.payloads().originator(), icmp.payloads().responder())
                .filter(Objects::nonNull)
                .filter(sent -> sent.compared() > 0 && sent.renewed() == sent.compared())
                .map(Sent::messageEntropy)
                .filter(Objects::nonNull)
                .filter(entropy -> entropy >= LIMIT)
                .mapToDouble(Double::doubleValue)
                .max();
    }

    static OptionalDouble from(double limit, double entropy) {
        return entropy >= limit ? OptionalDouble.of(entropy) : OptionalDouble.empty();
    }

    private static String band(double entropy) {
        if (entropy >= RANDOM) {
            return "encrypted or random data";
        }
        if (entropy >= ENCRYPTED) {
            return "an encrypted program";
        }
        return entropy >= PACKED ? "a packed program" : "a program";
    }
}
