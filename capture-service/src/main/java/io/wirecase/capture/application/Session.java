package io.wirecase.capture.application;

import io.wirecase.capture.application.stream.StreamDecoder;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.DnsFacts;
import io.wirecase.core.flow.HttpFacts;
import io.wirecase.core.flow.TlsFacts;
import org.jspecify.annotations.Nullable;

/** What reads the payload of one flow, or of a tunnel inside one. */
interface Session extends StreamDecoder {

    /** What it carries by its bytes; {@link Application#UNKNOWN} when they do not tell. */
    Application application();

    @Nullable
    HttpFacts http();

    @Nullable
    TlsFacts tls();

    @Nullable
    DnsFacts dns();
}
