package io.wirecase.detection.risk.http;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.Content;
import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpExchange.Request;
import io.wirecase.core.fact.HttpExchange.Response;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.detection.risk.HostNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response that says it is a program or a binary file, or whose body begins as a program does; and a program in a
 * flow of no known protocol.
 */
public final class FileTransfer implements FlowRiskDetector {

    private static final Set<String> PROGRAMS = Set.of(
            "application/exe",
            "application/java-vm",
            "application/vnd.ms-cab-compressed",
            "application/vnd.microsoft.portable-executable",
            "application/x-msdownload",
            "application/x-dosexec");

    private static final Set<String> DATA = Set.of(
            "application/octet-stream",
            "application/bz",
            "application/bz2",
            "application/x-tar",
            "application/x-zip",
            "application/x-bzip");

    private static final List<String> PROGRAM_ENDINGS = List.of(".exe", ".msi", ".cab");

    /** Updates of the operating system come from here all day. */
    private static final List<String> EXEMPT =
            List.of("windowsupdate.com", "microsoft.com", "office365.com", "windows.com");

    private final FlowRisk risk;

    private FileTransfer(FlowRisk risk) {
        this.risk = risk;
    }

    /** Looks for programs. */
    public static FileTransfer programs() {
        return new FileTransfer(FlowRisk.BINARY_APPLICATION_TRANSFER);
    }

    /** Looks for other binary files. */
    public static FileTransfer data() {
        return new FileTransfer(FlowRisk.BINARY_DATA_TRANSFER);
    }

    @Override
    public FlowRisk risk() {
        return risk;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        for (HttpExchange exchange : Messages.exchanges(flow, context)) {
            Response response = exchange.response();
            Optional<Finding> finding = response == null
                    ? Optional.empty()
                    : risk == FlowRisk.BINARY_APPLICATION_TRANSFER
                            ? program(exchange.request(), response)
                            : data(response);
            if (finding.isPresent()) {
                return finding;
            }
        }
        return unknown(flow);
    }

    private Optional<Finding> program(@Nullable Request request, Response response) {
        UntrustedText host = request == null ? null : request.host();
        if (host != null && exempt(HostNames.bare(host).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        if (PROGRAMS.contains(Messages.mediaType(response.contentType()))) {
            return Optional.of(Findings.of(risk, "Program by its media type", response.contentType(), "no program"));
        }
        UntrustedText disposition = response.head().field("Content-Disposition");
        if (disposition != null && attachedProgram(disposition.raw())) {
            return Optional.of(Findings.of(risk, "Program by its file name", disposition, "no program"));
        }
        HttpExchange.BodyStart body = response.head().body();
        return body == null ? Optional.empty() : begins(body.content(), "Program by how its body begins");
    }

    /** Outside HTTP, in a flow that no parser knows. */
    private Optional<Finding> unknown(Flow flow) {
        List<FirstPayload> first = flow.activity().first();
        if (risk != FlowRisk.BINARY_APPLICATION_TRANSFER || first == null || Applications.decoded(flow)) {
            return Optional.empty();
        }
        return first.stream()
                .map(FirstPayload::content)
                .filter(content -> content == Content.ELF_PROGRAM || content == Content.PE_PROGRAM)
                .findFirst()
                .flatMap(content -> begins(content, "Program in a flow of no known protocol"));
    }

    private Optional<Finding> begins(@Nullable Content content, String description) {
        String kind =
                content == null ? "" : content.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return content == null || !content.program()
                ? Optional.empty()
                : Optional.of(Findings.of(risk, description, new UntrustedText(kind), "no program"));
    }

    private Optional<Finding> data(Response response) {
        if (!DATA.contains(Messages.mediaType(response.contentType()))) {
            return Optional.empty();
        }
        String description =
                response.status() / 100 == 2 ? "Binary file transferred" : "Binary file transfer (attempt)";
        return Optional.of(Findings.of(risk, description, response.contentType(), "no binary file"));
    }

    private static boolean attachedProgram(String disposition) {
        String name = disposition.toLowerCase(Locale.ROOT).replace("\"", "").strip();
        return name.startsWith("attachment") && PROGRAM_ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static boolean exempt(String host) {
        return EXEMPT.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }
}
