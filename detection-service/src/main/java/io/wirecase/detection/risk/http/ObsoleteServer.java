package io.wirecase.detection.risk.http;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.HttpExchange.Response;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Server header that names an old version of Apache httpd or nginx. An old number is not a known weakness:
 * distributions carry fixes back without changing it.
 */
public final class ObsoleteServer implements FlowRiskDetector {

    /** Two-part versions are not judged, since what follows them is unknown. */
    private static final Pattern BANNER = Pattern.compile(
            "(apache|nginx)/(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6}).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Product APACHE = new Product("Apache", 2, 4, 0);
    private static final Product NGINX = new Product("nginx", 1, 22, 0);

    @Override
    public FlowRisk risk() {
        return FlowRisk.HTTP_OBSOLETE_SERVER;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        for (Response response : Messages.responses(flow, context)) {
            UntrustedText server = response.server();
            Optional<Finding> finding = server == null ? Optional.empty() : judge(server);
            if (finding.isPresent()) {
                return finding;
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> judge(UntrustedText server) {
        Matcher banner = BANNER.matcher(server.raw());
        if (!banner.matches()) {
            return Optional.empty();
        }
        Product product = banner.group(1).equalsIgnoreCase(NGINX.name()) ? NGINX : APACHE;
        List<Integer> version = List.of(
                Integer.parseInt(banner.group(2)),
                Integer.parseInt(banner.group(3)),
                Integer.parseInt(banner.group(4)));
        if (!product.newerThan(version)) {
            return Optional.empty();
        }
        String found = product.name() + " " + version.get(0) + "." + version.get(1) + "." + version.get(2);
        return Optional.of(Findings.of(
                risk(),
                "Old version in the server's banner: " + found,
                server,
                product.name() + " " + product.oldest()));
    }

    private record Product(String name, int major, int minor, int patch) {

        boolean newerThan(List<Integer> version) {
            int[] limit = {major, minor, patch};
            for (int i = 0; i < limit.length; i++) {
                if (version.get(i) != limit[i]) {
                    return version.get(i) < limit[i];
                }
            }
            return false;
        }

        String oldest() {
            return major + "." + minor + "." + patch;
        }
    }
}
