package io.wirecase.report.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL for tests, on a free port, with our schema. */
public final class RealDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private RealDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts one and migrates it. Takes seconds. */
    public static RealDatabase start() {
        RealDatabase database = startEmpty();
        Flyway.configure().dataSource(database.source()).load().migrate();
        return database;
    }

    /** Starts one without any table. */
    public static RealDatabase startEmpty() {
        try {
            return new RealDatabase(EmbeddedPostgres.builder().start());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Connections to it. */
    public DataSource source() {
        return postgres.getPostgresDatabase();
    }

    /** Its JDBC URL, for the user {@code postgres}, any password. */
    public String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /** The one number a query gives. */
    public long number(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Runs a statement. */
    public void run(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException stillThere) {
            throw new IllegalStateException(stillThere);
        }
    }
}
