package org.apache.rocketmq.common.protocol.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.rocketmq.remoting.CommandCustomHeader;
import org.apache.rocketmq.remoting.exception.RemotingCommandException;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.SerializeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every header against header-fields.csv: header, wire field, Java type. */
class HeaderFieldsTest {
    private static final String ROOT = "org.apache.rocketmq.common.protocol.header.";

    record Header(String name, Map<String, String> typeByField) {
        CommandCustomHeader create() throws ReflectiveOperationException {
            for (String folder : List.of("", "namesrv.", "filtersrv.")) {
                try {
                    return (CommandCustomHeader)
                            Class.forName(ROOT + folder + name).getConstructor().newInstance();
                } catch (ClassNotFoundException e) {
                    continue;
                }
            }
            throw new ClassNotFoundException(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Header> headers() throws IOException {
        Map<String, Header> headers = new TreeMap<>();
        try (InputStream in = HeaderFieldsTest.class.getResourceAsStream("/header-fields.csv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split(",");
                Header header = headers.computeIfAbsent(cells[0], name -> new Header(name, new TreeMap<>()));
                if (!cells[1].equals("-")) {
                    header.typeByField().put(cells[1], cells[2]);
                }
            }
        }
        return new ArrayList<>(headers.values()).stream();
    }

    @ParameterizedTest
    @MethodSource("headers")
    void every_field_has_its_type_and_goes_there_and_back_in_both_serializations(Header header) throws Exception {
        CommandCustomHeader full = header.create();
        Map<String, String> expected = new HashMap<>();
        for (Map.Entry<String, String> field : header.typeByField().entrySet()) {
            expected.put(field.getKey(), fill(full, field.getKey(), field.getValue()));
        }

        for (SerializeType type : SerializeType.values()) {
            RemotingCommand received = overTheWire(full, type);

            assertThat(received.fields()).satisfies(fields -> {
                Map<String, String> seen = new HashMap<>();
                fields.forEach(seen::put);
                assertThat(seen).isEqualTo(expected);
            });
            assertThat(received.readInto(header.create()))
                    .usingRecursiveComparison()
                    .isEqualTo(full);
        }
    }

    private static RemotingCommand overTheWire(CommandCustomHeader header, SerializeType type) throws Exception {
        RemotingCommand command = RemotingCommand.createRequestCommand(1, header);
        command.setSerializeTypeCurrentRPC(type);
        var frame = command.encode();
        frame.getInt();
        return RemotingCommand.decode(frame);
    }

    private static String fill(CommandCustomHeader header, String field, String type) throws Exception {
        boolean flag = field.equals("isForce") || field.equals("isOrder");
        String property = flag ? field.substring(2) : Character.toUpperCase(field.charAt(0)) + field.substring(1);
        Object value =
                switch (type) {
                    case "String" -> sampleText(field);
                    case "int", "Integer" -> field.equals("commitOrRollback") ? 8 : 42;
                    case "long", "Long" -> 4_200_000_000L;
                    case "boolean", "Boolean" -> true;
                    default -> throw new IllegalArgumentException(type);
                };
        for (Method method : header.getClass().getMethods()) {
            if (method.getName().equals("set" + property)) {
                assertThat(method.getParameterTypes()[0].getSimpleName()).isEqualTo(type);
                method.invoke(header, value);
                String getter = (type.equals("boolean") ? "is" : "get") + property;
                assertThat(header.getClass().getMethod(getter).invoke(header)).isEqualTo(value);
                return String.valueOf(value);
            }
        }
        throw new NoSuchMethodException("set" + property);
    }

    private static String sampleText(String field) {
        return field.equals("topicFilterType") ? "MULTI_TAG" : field + "-\"中";
    }

    @ParameterizedTest
    @MethodSource("headers")
    void a_command_without_fields_leaves_a_header_as_it_is(Header header) throws Exception {
        RemotingCommand received = overTheWire(null, SerializeType.JSON);

        assertThat(received.readInto(header.create()))
                .usingRecursiveComparison()
                .isEqualTo(header.create());
    }

    @Test
    void short_and_long_names_of_a_send_say_the_same() throws Exception {
        Header header = headers()
                .filter(each -> each.name().equals("SendMessageRequestHeader"))
                .findFirst()
                .orElseThrow();
        SendMessageRequestHeader v1 = (SendMessageRequestHeader) header.create();
        for (Map.Entry<String, String> field : header.typeByField().entrySet()) {
            fill(v1, field.getKey(), field.getValue());
        }

        SendMessageRequestHeaderV2 v2 = SendMessageRequestHeaderV2.createSendMessageRequestHeaderV2(v1);

        assertThat(v2.getN()).isEqualTo(v1.getBname());
        assertThat(v2.getI()).isEqualTo(v1.getProperties());
        assertThat(SendMessageRequestHeaderV2.createSendMessageRequestHeaderV1(v2))
                .usingRecursiveComparison()
                .isEqualTo(v1);
    }

    @Test
    void a_number_that_does_not_parse_is_an_error_in_hot_headers_and_null_in_others() throws Exception {
        RemotingCommand request = RemotingCommand.createRequestCommand(11, null);
        request.addExtField("queueId", "three");

        assertThat(request.readInto(new QueryConsumerOffsetRequestHeader()).getQueueId())
                .isNull();
        assertThatThrownBy(() -> request.readInto(new PullMessageRequestHeader()))
                .isInstanceOf(RemotingCommandException.class)
                .hasMessageContaining("queueId")
                .hasMessageContaining("three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4", "-1"})
    void the_end_of_a_transaction_is_unknown_commit_or_rollback(String value) {
        RemotingCommand request = RemotingCommand.createRequestCommand(37, null);
        request.addExtField("commitOrRollback", value);

        assertThatThrownBy(() -> request.readInto(new EndTransactionRequestHeader()))
                .isInstanceOf(RemotingCommandException.class)
                .hasMessage("commitOrRollback field wrong");
    }

    @Test
    void a_topic_is_created_with_a_known_filter_type() {
        RemotingCommand request = RemotingCommand.createRequestCommand(17, null);
        request.addExtField("topicFilterType", "x");

        assertThatThrownBy(() -> request.readInto(new CreateTopicRequestHeader()))
                .isInstanceOf(RemotingCommandException.class)
                .hasMessage("topicFilterType = [x] value invalid");
    }
}
