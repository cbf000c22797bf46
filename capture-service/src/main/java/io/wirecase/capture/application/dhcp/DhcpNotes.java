package io.wirecase.capture.application.dhcp;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.fact.DhcpFacts;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what DHCP messages say. The first of each stays, as clients that share a flow must not be mixed. */
final class DhcpNotes {

    private static final int MAX_MESSAGES = 16;
    private static final int MAX_PARAMETERS = 64;
    private static final int MAX_ADDRESSES = 8;
    private static final int MAX_TEXT = 255;
    private static final int MAX_ID = 64;
    private static final int V4_BYTES = 4;

    private final int version;
    private final Set<Integer> messages = new LinkedHashSet<>();
    private @Nullable MacAddress clientMac;
    private @Nullable String clientId;
    private @Nullable UntrustedText hostName;
    private @Nullable UntrustedText vendorClass;
    private List<Integer> parameters = List.of();
    private @Nullable IpAddress requested;
    private @Nullable IpAddress assigned;
    private @Nullable IpAddress server;
    private final Set<IpAddress> routers = new LinkedHashSet<>();
    private final Set<IpAddress> resolvers = new LinkedHashSet<>();
    private @Nullable Long leaseSeconds;

    DhcpNotes(int version) {
        this.version = version;
    }

    void message(int type) {
        if (messages.size() < MAX_MESSAGES) {
            messages.add(type);
        }
    }

    void clientMac(byte[] bytes) {
        if (clientMac == null && bytes.length == 6) {
            clientMac = MacAddress.of(HexFormat.of().formatHex(bytes));
        }
    }

    void clientId(byte[] bytes) {
        if (clientId == null && bytes.length > 0) {
            clientId = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, MAX_ID));
        }
    }

    void hostName(UntrustedText text) {
        hostName = hostName == null ? text(text) : hostName;
    }

    void vendorClass(UntrustedText text) {
        vendorClass = vendorClass == null ? text(text) : vendorClass;
    }

    private static @Nullable UntrustedText text(UntrustedText text) {
        String its = text.raw();
        int end = its.indexOf('\0') < 0 ? its.length() : its.indexOf('\0');
        return end == 0 ? null : new UntrustedText(its.substring(0, Math.min(end, MAX_TEXT)));
    }

    void parameters(ByteReader in, int size) {
        if (!parameters.isEmpty()) {
            return;
        }
        List<Integer> found = new ArrayList<>();
        while (in.remaining() >= size && found.size() < MAX_PARAMETERS) {
            found.add(size == 1 ? in.u8() : in.u16());
        }
        parameters = found;
    }

    void requested(ByteReader in, int size) {
        requested = requested == null ? address(in, size) : requested;
    }

    void assigned(ByteReader in, int size) {
        assigned = assigned == null ? address(in, size) : assigned;
    }

    void server(ByteReader in) {
        server = server == null ? address(in, V4_BYTES) : server;
    }

    void routers(ByteReader in) {
        addresses(in, V4_BYTES, routers);
    }

    void resolvers(ByteReader in, int size) {
        addresses(in, size, resolvers);
    }

    void lease(long seconds) {
        leaseSeconds = leaseSeconds == null ? Long.valueOf(seconds) : leaseSeconds;
    }

    /** An address, or null where there is none or it is the unspecified one. */
    private static @Nullable IpAddress address(ByteReader in, int size) {
        if (in.remaining() < size) {
            return null;
        }
        byte[] bytes = in.take(size);
        for (byte one : bytes) {
            if (one != 0) {
                return IpAddress.of(bytes);
            }
        }
        return null;
    }

    private static void addresses(ByteReader in, int size, Set<IpAddress> into) {
        while (in.remaining() >= size && into.size() < MAX_ADDRESSES) {
            IpAddress found = address(in, size);
            if (found != null) {
                into.add(found);
            }
        }
    }

    DhcpFacts facts() {
        return new DhcpFacts(
                version,
                List.copyOf(messages),
                clientMac,
                clientId,
                hostName,
                vendorClass,
                parameters,
                requested,
                assigned,
                server,
                List.copyOf(routers),
                List.copyOf(resolvers),
                leaseSeconds);
    }
}
