package io.wirecase.capture.application.dialog;

import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/** A login in clear, in the making. It is told what crossed, never the words themselves. */
public final class LoginNotes {

    private static final int MAX_MECHANISM = 32;

    private String protocol;
    private @Nullable UntrustedText mechanism;
    private boolean user;
    private boolean secret;
    private int attempts;
    private @Nullable Boolean accepted;
    private long packet;

    /** Nobody has tried yet. */
    public LoginNotes(String protocol) {
        this.protocol = protocol;
    }

    /** It is this protocol, as its messages showed. */
    public void protocol(String name) {
        protocol = name;
    }

    /** Whether an attempt waits for its answer. */
    public boolean pending() {
        return attempts > 0 && accepted == null;
    }

    /** Someone tries, in the packet of this number. */
    public void attempt(long number) {
        packet = attempts == 0 ? number : packet;
        attempts++;
        accepted = null;
    }

    /** How they try, in the protocol's own word. */
    public void mechanism(String word) {
        String its = word.length() <= MAX_MECHANISM ? word : word.substring(0, MAX_MECHANISM);
        mechanism = new UntrustedText(its);
    }

    /** A user name crossed in clear. */
    public void user() {
        user = true;
    }

    /** A password crossed in clear, or an equal of it. */
    public void secret() {
        secret = true;
    }

    /** The answer to the last attempt. */
    public void answer(boolean yes) {
        accepted = yes;
    }

    /** Tells it, if anybody tried. */
    public void tell(Facts.Draft facts) {
        if (attempts > 0) {
            facts.login(new LoginFacts(protocol, mechanism, user, secret, attempts, accepted, packet));
        }
    }
}
