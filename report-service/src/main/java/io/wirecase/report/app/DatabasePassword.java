package io.wirecase.report.app;

import io.quarkus.credentials.CredentialsProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The database's user and password; a password in a file can be changed without a restart. */
@ApplicationScoped
@Named("wirecase-database")
class DatabasePassword implements CredentialsProvider {

    private final ReportConfig.Database config;

    DatabasePassword(ReportConfig config) {
        this.config = config.database();
    }

    @Override
    public Map<String, String> getCredentials(String credentialsProviderName) {
        String password = config.passwordFile()
                .map(DatabasePassword::read)
                .or(config::password)
                .orElse("");
        return Map.of(USER_PROPERTY_NAME, config.user(), PASSWORD_PROPERTY_NAME, password);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the database password file " + file, unreadable);
        }
    }
}
