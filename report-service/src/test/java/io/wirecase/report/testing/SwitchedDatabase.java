package io.wirecase.report.testing;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A real database that can be made to be away. */
public final class SwitchedDatabase implements DataSource {

    private static final String CONNECTION_FAILURE = "08006";

    private final DataSource real;
    private volatile boolean away;

    /** The database as it is. */
    public SwitchedDatabase(DataSource real) {
        this.real = real;
    }

    /** Whether it is away from now on. */
    public void away(boolean now) {
        away = now;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw new SQLException("the database is away", CONNECTION_FAILURE);
        }
        return real.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(SwitchedDatabase.class.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
