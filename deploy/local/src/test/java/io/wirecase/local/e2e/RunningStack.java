package io.wirecase.local.e2e;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import io.wirecase.local.app.BrokerMain;
import io.wirecase.local.stack.Home;
import io.wirecase.local.stack.LocalStack;
import io.wirecase.local.stack.Part;
import io.wirecase.local.stack.PartFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack for all end-to-end tests of a run, in a folder of its own below {@code target}; its logs stay there. A test
 * class that names this extension may have it as a parameter.
 */
public final class RunningStack implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(RunningStack.class);

    /** Ends the stack when the last test is over. */
    private record Started(Home home, LocalStack stack) implements AutoCloseable {
        @Override
        public void close() throws IOException, InterruptedException {
            stack.leave();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        started(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Started started = started(context);
        return new Stack(started.home(), started.stack());
    }

    private static Started started(ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent(Started.class, type -> start(), Started.class);
    }

    private static Started start() {
        Path checkout = Path.of(System.getProperty("wirecase.checkout", "../.."));
        try {
            Path target = Files.createDirectories(checkout.resolve("deploy/local/target/end-to-end"));
            Home home = new Home(checkout, Files.createTempDirectory(target, "stack"));
            LocalStack stack = new LocalStack(home, BrokerMain.class.getName(), note -> {});
            stack.start(false);
            return new Started(home, stack);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (InterruptedException | PartFailedException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }

    /**
     * What a test does with the stack.
     *
     * @param home where it is
     * @param processes its processes
     */
    public record Stack(Home home, LocalStack processes) {

        /** A request to a part, without a key. */
        public RequestSpecification anyone(Part part) {
            return RestAssured.given()
                    .spec(new RequestSpecBuilder()
                            .setBaseUri("http://127.0.0.1:" + port(part))
                            .setUrlEncodingEnabled(true)
                            .build());
        }

        /** A request to the front door with the key. */
        public RequestSpecification user() {
            return anyone(Part.REPORT).header("Authorization", "Bearer " + key());
        }

        /** Where a part listens. */
        public int port(Part part) {
            return Objects.requireNonNull(processes.running().get(part), part.word() + " is down")
                    .port();
        }

        private String key() {
            try {
                return Files.readString(home.keyFile(), StandardCharsets.US_ASCII);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
