package io.wirecase.detection.risk;

import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.Flow;
import java.util.List;
import java.util.Set;

/** Questions about what a flow carries. */
public final class Applications {

    private static final Set<String> OF_A_LINK = Set.of("MDNS", "LLMNR");

    private static final Set<String> ABOUT_OTHERS = Set.of("DNS", "HTTP", "HTTP2", "HTTP_Proxy");

    private Applications() {}

    /** Whether its messages were parsed. */
    public static boolean decoded(Flow flow) {
        return flow.application().from() == Found.DECODED;
    }

    /** Whether its own bytes showed what it carries; a port number or a name alone shows nothing. */
    public static boolean seen(Flow flow) {
        Found from = flow.application().from();
        return from == Found.DECODED || from == Found.GUESSED;
    }

    /** Whether one of some protocols is in its stack. */
    public static boolean any(Application application, Set<String> protocols) {
        for (String protocol : application.stack()) {
            if (protocols.contains(protocol)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a flow is of one of some protocols, or of an application of such a name that the flow itself told. To
     * look a name up, or to read about it on a web page in clear, is not to use it.
     */
    public static boolean uses(Application application, Set<String> names) {
        boolean told = application.named() == Found.DECODED && !ABOUT_OTHERS.contains(application.carrier());
        List<String> its = told ? application.stack() : application.protocols();
        return its.stream().anyMatch(names::contains);
    }

    /** Whether it is name resolution within a link (RFC 6762, RFC 4795), whose rules are its own. */
    public static boolean multicastNames(Flow flow) {
        return any(flow.application(), OF_A_LINK);
    }
}
