package io.wirecase.report.store;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How our values go into columns and come out of them. */
final class Columns {

    /** Longer text is cut: an index entry may not exceed a third of a page. */
    private static final int MAX_TEXT = 1_024;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private Columns() {}

    /** Text for a column: as it was where a column can hold it, else in its visible form. */
    static @Nullable String text(@Nullable UntrustedText text) {
        return text == null ? null : text(text.raw());
    }

    /** Text somebody outside chose, for a column. */
    static String text(String raw) {
        boolean holdable = raw.length() <= MAX_TEXT;
        for (int i = 0; holdable && i < raw.length(); i++) {
            char c = raw.charAt(i);
            holdable = c != 0 && !Character.isSurrogate(c);
        }
        return holdable ? raw : new UntrustedText(raw).visible(MAX_TEXT);
    }

    static OffsetDateTime time(long epochNanos) {
        return time(Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, NANOS_PER_SECOND), Math.floorMod(epochNanos, NANOS_PER_SECOND)));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    static Array addresses(Connection connection, Collection<IpAddress> addresses) throws SQLException {
        byte[][] bytes = addresses.stream().map(IpAddress::bytes).toArray(byte[][]::new);
        return connection.createArrayOf("bytea", bytes);
    }

    static void setNullable(PreparedStatement statement, int index, @Nullable UUID id) throws SQLException {
        if (id == null) {
            statement.setNull(index, Types.OTHER);
        } else {
            statement.setObject(index, id);
        }
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        if (id == null) {
            throw new SQLException("column " + column + " is null");
        }
        return id;
    }

    static byte[] bytes(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
            throw new SQLException("column " + column + " is null");
        }
        return bytes;
    }

    static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Integer small(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        List<String> values = new ArrayList<>();
        Array array = row.getArray(column);
        if (array != null) {
            for (Object value : (Object[]) array.getArray()) {
                values.add(String.valueOf(value));
            }
        }
        return values;
    }
}
