package io.wirecase.core.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializer;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.UntrustedText;
import java.io.IOException;
import java.io.Serial;
import java.lang.reflect.Modifier;
import java.util.function.Function;

/**
 * How values of one field are written: addresses and packet text as text, addresses as bytes where the format has
 * bytes.
 */
final class WireModule extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    WireModule() {
        super("wirecase");
        addSerializer(IpAddress.class, new AddressWriter());
        addDeserializer(IpAddress.class, new AddressReader());
        setSerializerModifier(new RecordWriters());
        addKeyDeserializer(IpAddress.class, new AddressKeyReader());
        addSerializer(UntrustedText.class, new TextWriter<>(UntrustedText.class, UntrustedText::raw));
        addDeserializer(UntrustedText.class, new TextReader<>(UntrustedText.class, UntrustedText::new));
        addSerializer(MacAddress.class, new TextWriter<>(MacAddress.class, MacAddress::toString));
        addDeserializer(MacAddress.class, new TextReader<>(MacAddress.class, MacAddress::of));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.appendAnnotationIntrospector(new AbsentLists());
    }

    /** Has the records that travel written by {@link RecordWriter}. */
    private static final class RecordWriters extends BeanSerializerModifier {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig settings, BeanDescription description, JsonSerializer<?> usual) {
            Class<?> type = description.getBeanClass();
            boolean ours = type.isRecord() && type.getPackageName().startsWith("io.wirecase.core.");
            return ours && usual instanceof BeanSerializer && Modifier.isPublic(type.getModifiers())
                    ? new RecordWriter(type)
                    : usual;
        }
    }

    private static final class AddressWriter extends StdSerializer<IpAddress> {
        @Serial
        private static final long serialVersionUID = 1L;

        AddressWriter() {
            super(IpAddress.class);
        }

        @Override
        public void serialize(IpAddress value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (out.canWriteBinaryNatively()) {
                out.writeBinary(value.bytes());
            } else {
                out.writeString(value.toString());
            }
        }
    }

    private static final class AddressReader extends StdDeserializer<IpAddress> {
        @Serial
        private static final long serialVersionUID = 1L;

        AddressReader() {
            super(IpAddress.class);
        }

        @Override
        public IpAddress deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
                        ? IpAddress.of(in.getBinaryValue())
                        : IpAddress.of(in.getText());
            } catch (IllegalArgumentException bad) {
                throw context.weirdStringException(in.getText(), IpAddress.class, "not an address");
            }
        }
    }

    private static final class AddressKeyReader extends com.fasterxml.jackson.databind.KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return IpAddress.of(key);
        }
    }

    private static final class TextWriter<T> extends StdSerializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<T, String> text;

        TextWriter(Class<T> type, Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text.apply(value));
        }
    }

    private static final class TextReader<T> extends StdDeserializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parser;

        TextReader(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getValueAsString();
            if (text == null) {
                throw context.wrongTokenException(in, _valueClass, JsonToken.VALUE_STRING, "text expected");
            }
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException bad) {
                throw context.weirdStringException(text, _valueClass, String.valueOf(bad.getMessage()));
            }
        }
    }
}
