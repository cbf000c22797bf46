package io.wirecase.core.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.Serial;
import java.lang.reflect.RecordComponent;

/**
 * Writes a record member by member in the order they are declared, null ones left out: what Jackson does with a record
 * by itself, without reflection, boxing or a lookup for each of its members. Flows are many, so that this is a good
 * part of what publishing them costs.
 */
final class RecordWriter extends StdSerializer<Object> {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RecordMember[] members;

    RecordWriter(Class<?> type) {
        super(type, false);
        RecordComponent[] components = type.getRecordComponents();
        members = new RecordMember[components.length];
        for (int i = 0; i < components.length; i++) {
            members[i] = RecordMember.of(components[i]);
        }
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartObject(value);
        for (RecordMember member : members) {
            member.write(value, out, provider);
        }
        out.writeEndObject();
    }
}
