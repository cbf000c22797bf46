package io.wirecase.capture.application.dialog;

import io.wirecase.capture.application.naming.Names;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.StreamDecoder;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection that one protocol hands over to another: TLS after STARTTLS, anything through a proxy. */
public final class Handover implements StreamDecoder {

    private static final String TLS = "TLS";

    private final Around around;
    private @Nullable StreamDialog inner;

    /** Nothing is handed over yet. */
    public Handover(Around around) {
        this.around = around;
    }

    /** From now on everything goes to what is carried; once is enough. */
    public void begin() {
        if (inner == null) {
            inner = around.inner().get();
        }
    }

    /** Bytes of memory that what is carried takes. */
    public int held() {
        return inner == null ? 0 : inner.held();
    }

    /** Whether it was handed over. */
    public boolean over() {
        return inner != null;
    }

    @Override
    public void data(Chunk chunk) {
        if (inner != null && chunk.length() > 0 && inner.wantsMore()) {
            inner.data(chunk);
        }
    }

    @Override
    public void gap(Party sender, long missing) {
        if (inner != null) {
            inner.gap(sender, missing);
        }
    }

    @Override
    public boolean wantsMore() {
        return inner == null || inner.wantsMore();
    }

    /**
     * What the connection is: the outer protocol by the name it has over TLS, or with what it carries behind it.
     *
     * @param outer the outer protocol's names
     * @param from how sure they are; what it carries makes them no surer
     */
    public Application within(List<String> outer, Application.Found from) {
        List<String> carried = inner == null ? List.of() : inner.application().stack();
        if (carried.isEmpty()) {
            return new Application(outer, from);
        }
        String secured = carried.getFirst().equals(TLS) ? Names.secured(outer.getFirst()) : null;
        if (secured != null) {
            return new Application(List.of(secured), from);
        }
        List<String> stack = new ArrayList<>(outer);
        stack.addAll(carried);
        return new Application(stack, from);
    }

    /** Tells what was carried. */
    public void tell(Facts.Draft facts) {
        if (inner != null) {
            inner.tell(facts);
        }
    }

    /** The host name asked for in what was carried, or null. */
    public @Nullable UntrustedText askedName() {
        return inner == null ? null : inner.askedName();
    }
}
