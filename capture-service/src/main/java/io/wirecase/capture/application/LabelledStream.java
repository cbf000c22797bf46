package io.wirecase.capture.application;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.Handover;
import io.wirecase.capture.application.dialog.StreamDialog;
import io.wirecase.capture.application.naming.Names;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream that no decoder reads but that was named by its first bytes. Some of them go over to TLS on the way. */
final class LabelledStream implements StreamDialog {

    /** Chunks after which TLS is no longer expected to begin. */
    private static final int UPGRADE_WITHIN = 64;

    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;

    private final List<String> stack;
    private final boolean upgrades;
    private final Handover handover;
    private int chunks;

    LabelledStream(List<String> stack, Around around) {
        this.stack = stack;
        this.upgrades = Names.upgrades(stack.getFirst());
        this.handover = new Handover(around);
    }

    @Override
    public void data(Chunk chunk) {
        chunks++;
        if (upgrades && !handover.over() && hello(chunk)) {
            handover.begin();
        }
        handover.data(chunk);
    }

    /** A TLS hello that begins a packet. */
    private static boolean hello(Chunk chunk) {
        return chunk.length() > 5
                && chunk.at(0) == HANDSHAKE
                && chunk.at(1) == 3
                && (chunk.at(5) == CLIENT_HELLO || chunk.at(5) == SERVER_HELLO);
    }

    @Override
    public void gap(Party sender, long missing) {
        handover.gap(sender, missing);
    }

    @Override
    public boolean wantsMore() {
        return handover.over() ? handover.wantsMore() : upgrades && chunks < UPGRADE_WITHIN;
    }

    @Override
    public Application application() {
        return handover.within(stack, handover.over() ? Application.Found.DECODED : Application.Found.GUESSED);
    }

    @Override
    public void tell(Facts.Draft facts) {
        handover.tell(facts);
    }

    @Override
    public int held() {
        return FEW_NOTES + handover.held();
    }

    @Override
    public @Nullable UntrustedText askedName() {
        return handover.askedName();
    }
}
