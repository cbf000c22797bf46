package io.wirecase.detection.risk.http;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.Content;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpExchange.BodyStart;
import io.wirecase.core.fact.HttpExchange.Head;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A body that its message says is text, JSON or a form, and that does not begin like one. */
public final class SuspiciousContent implements FlowRiskDetector {

    private static final Set<Content> TEXT = EnumSet.of(Content.TEXT, Content.UNICODE_TEXT, Content.GZIP);

    /** Of other character sets nothing is known of how a text begins. */
    private static final Set<String> ASCII_OR_UNICODE = Set.of("", "utf-8", "us-ascii", "utf-16");

    @Override
    public FlowRisk risk() {
        return FlowRisk.HTTP_SUSPICIOUS_CONTENT;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return Messages.exchanges(flow, context).stream()
                .flatMap(SuspiciousContent::heads)
                .flatMap(head -> judge(head, context).stream())
                .findFirst();
    }

    private static Stream<Head> heads(HttpExchange exchange) {
        HttpExchange.Request request = exchange.request();
        HttpExchange.Response response = exchange.response();
        return Stream.concat(
                request == null ? Stream.empty() : Stream.of(request.head()),
                response == null ? Stream.empty() : Stream.of(response.head()));
    }

    private Optional<Finding> judge(Head head, DetectionContext context) {
        BodyStart body = head.body();
        UntrustedText said = head.field("Content-Type");
        if (body == null || body.entropy() == null || said == null || TEXT.contains(body.content())) {
            return Optional.empty();
        }
        boolean explained = head.field("Content-Encoding") != null || !judged(said);
        if (explained && !context.ndpiCompatible()) {
            return Optional.empty();
        }
        return Optional.of(Findings.of(
                risk(),
                "Body that does not begin as the text it is said to be",
                new UntrustedText(said.raw() + ": " + name(body.content())),
                "characters or gzip"));
    }

    private static boolean judged(@Nullable UntrustedText contentType) {
        return ASCII_OR_UNICODE.contains(Messages.charset(contentType));
    }

    private static String name(Content content) {
        return content.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
