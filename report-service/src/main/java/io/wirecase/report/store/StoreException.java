package io.wirecase.report.store;

import java.io.Serial;
import java.sql.SQLException;

/** The database did not answer a question asked through an interface that knows no databases. The asker tries again. */
public final class StoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Wraps what the database said. */
    public StoreException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
