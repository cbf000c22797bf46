package io.wirecase.local.cli;

import io.wirecase.local.app.BrokerMain;
import io.wirecase.local.stack.Home;
import io.wirecase.local.stack.LocalStack;
import java.nio.file.Path;

/**
 * What every command works with.
 *
 * @param home where the programs and the data are
 * @param terminal where to write
 * @param version of this build
 */
record Context(Home home, Terminal terminal, String version) {

    /** Set by {@code ./wirecase}: the folder it lies in. */
    static final String CHECKOUT = "wirecase.checkout";

    private static final String HOME = "WIRECASE_HOME";

    static Context ofThisProcess() {
        Path checkout = Path.of(System.getProperty(CHECKOUT, "."));
        String chosen = System.getenv(HOME);
        Path folder = chosen == null || chosen.isBlank() ? checkout.resolve(".wirecase") : Path.of(chosen);
        String version = Context.class.getPackage().getImplementationVersion();
        return new Context(
                new Home(checkout, folder), Terminal.ofThisProcess(), version == null ? "development" : version);
    }

    LocalStack stack() {
        return new LocalStack(home, BrokerMain.class.getName(), terminal::step);
    }
}
