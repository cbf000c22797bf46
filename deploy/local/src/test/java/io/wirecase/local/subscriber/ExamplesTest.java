package io.wirecase.local.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The events shown in the documents are as the documents say; that they are still published is an end-to-end test. */
class ExamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path docs = Path.of("../../docs");

    @Test
    void everyMessageHasAnExampleThatItsSchemasAccept() throws IOException {
        Contract contract = new Contract(docs.resolve("asyncapi.yaml"));
        Examples examples = new Examples(docs);

        for (String address : contract.addresses()) {
            for (Contract.Message message : contract.messages(address).values()) {
                JsonNode example = examples.read(message.type());
                Map<String, String> headers =
                        JSON.convertValue(example.path("headers"), new TypeReference<Map<String, String>>() {});
                assertThat(example.path("topic").asText()).isEqualTo(address);
                assertThat(message.faults(headers, example.path("key").asText(), example.path("value")))
                        .as(message.type())
                        .isEmpty();
            }
        }
    }
}
