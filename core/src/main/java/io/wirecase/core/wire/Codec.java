package io.wirecase.core.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodings of what travels: JSON for events, Smile (binary JSON, measured in the first ADR) for blocks of flows.
 * Absent values are left out; unknown members are ignored, so that a reader survives a newer writer.
 */
public final class Codec {

    private static final ObjectMapper JSON = configured(JsonMapper.builder(
            new JsonFactoryBuilder().characterEscapes(new QuietEscapes()).build()));
    private static final ObjectMapper SMILE = configured(SmileMapper.builder());

    private Codec() {}

    /** A mapper that writes and reads the shared records as JSON. Do not reconfigure it. */
    public static ObjectMapper json() {
        return JSON;
    }

    /** An event as UTF-8 JSON. */
    public static byte[] encode(Object event) {
        return written(JSON, event);
    }

    /**
     * Reads an event.
     *
     * @throws Unreadable when the bytes are not such an event
     */
    public static <T> T decode(byte[] bytes, Class<T> type) throws Unreadable {
        try {
            T event = JSON.readValue(bytes, type);
            if (event == null) {
                throw new IOException("the event is null");
            }
            return event;
        } catch (IOException bad) {
            throw new Unreadable("not a " + type.getSimpleName() + ": " + firstLine(bad), bad);
        }
    }

    /** A block of flows in the internal encoding. */
    public static byte[] encodeBlock(FlowBlock block) {
        return written(SMILE, block);
    }

    /**
     * Reads a block of flows; flows in it that cannot be read are handed back apart.
     *
     * @throws Unreadable when the block as a whole cannot be read
     */
    public static DecodedBlock decodeBlock(byte[] bytes) throws Unreadable {
        try {
            return new DecodedBlock(SMILE.readValue(bytes, FlowBlock.class), List.of());
        } catch (IOException whole) {
            return decodeSingly(bytes);
        }
    }

    /** One flow in the internal encoding, as stores keep it. */
    public static byte[] encodeFlow(Flow flow) {
        return written(SMILE, flow);
    }

    /**
     * Reads one flow in the internal encoding.
     *
     * @throws Unreadable when the bytes are not a flow
     */
    public static Flow decodeFlow(byte[] bytes) throws Unreadable {
        try {
            return SMILE.readValue(bytes, Flow.class);
        } catch (IOException bad) {
            throw new Unreadable("not a flow: " + firstLine(bad), bad);
        }
    }

    /** Facts of a flow in the internal encoding, a fraction of what they take in memory. */
    public static byte[] encodeFacts(Facts facts) {
        return written(SMILE, facts);
    }

    /**
     * Reads facts in the internal encoding.
     *
     * @throws Unreadable when the bytes are no facts
     */
    public static Facts decodeFacts(byte[] bytes) throws Unreadable {
        try {
            return SMILE.readValue(bytes, Facts.class);
        } catch (IOException bad) {
            throw new Unreadable("no facts: " + firstLine(bad), bad);
        }
    }

    private static DecodedBlock decodeSingly(byte[] bytes) throws Unreadable {
        try {
            JsonNode tree = SMILE.readTree(bytes);
            List<Flow> flows = new ArrayList<>();
            List<BadFlow> bad = new ArrayList<>();
            for (JsonNode node : tree.path("flows")) {
                try {
                    flows.add(SMILE.treeToValue(node, Flow.class));
                } catch (JsonProcessingException one) {
                    bad.add(new BadFlow(node.toString(), firstLine(one)));
                }
            }
            ((ObjectNode) tree).putArray("flows");
            FlowBlock head = SMILE.treeToValue(tree, FlowBlock.class);
            return new DecodedBlock(
                    new FlowBlock(head.captureId(), head.revision(), head.site(), head.partition(), flows), bad);
        } catch (IOException | ClassCastException | NullPointerException | IllegalArgumentException broken) {
            throw new Unreadable("not a block of flows: " + firstLine(broken), broken);
        }
    }

    private static byte[] written(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    private static String firstLine(Exception problem) {
        String message = String.valueOf(problem.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static ObjectMapper configured(MapperBuilder<? extends ObjectMapper, ?> builder) {
        return builder.addModule(new WireModule())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /**
     * A block as far as it could be read.
     *
     * @param block the block with the flows that could be read
     * @param bad the flows that could not
     */
    public record DecodedBlock(FlowBlock block, List<BadFlow> bad) {}

    /**
     * A flow that could not be read.
     *
     * @param json it as JSON, as far as the encoding went
     * @param reason why
     */
    public record BadFlow(String json, String reason) {}
}
