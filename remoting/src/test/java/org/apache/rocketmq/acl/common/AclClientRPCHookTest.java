package org.apache.rocketmq.acl.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.rocketmq.common.protocol.body.GoldenBodies;
import org.apache.rocketmq.common.protocol.header.GetMaxOffsetRequestHeader;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.SerializeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AclClientRPCHookTest {
    static Stream<GoldenBodies.Vector> signatures() {
        return GoldenBodies.ofKind("aclSignature");
    }

    static Stream<GoldenBodies.Vector> requests() {
        return signatures()
                .filter(vector -> vector.decoded().containsKey("extFieldsSent"))
                .filter(vector -> !vector.name().contains("unique_flag"));
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void bytes_are_signed_as_the_official_library_does(GoldenBodies.Vector vector) {
        assertThat(AclSigner.calSignature(vector.bytes(), vector.text("secretKey")))
                .isEqualTo(vector.text("signature"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_request_gets_the_fields_that_an_official_client_sends(GoldenBodies.Vector vector) {
        RemotingCommand request = unsigned(vector);

        sign(request, vector);

        assertThat(request.getExtFields()).isEqualTo(vector.decoded().get("extFieldsSent"));
    }

    @Test
    void a_message_query_is_signed_as_brokers_check_it() {
        GoldenBodies.Vector query = vector("acl_query_message_client_includes_unique_flag");
        RemotingCommand request = unsigned(query);

        sign(request, query);

        assertThat(request.getExtFields())
                .containsEntry("_UNIQUE_KEY_QUERY", "false")
                .containsEntry(
                        "Signature", vector("acl_query_message_server_content").text("signature"));
    }

    @Test
    void a_typed_header_is_signed_and_signing_again_changes_nothing() {
        var header = new GetMaxOffsetRequestHeader();
        header.setTopic("T");
        header.setQueueId(3);
        RemotingCommand request = RemotingCommand.createRequestCommand(30, header);
        var hook = new AclClientRPCHook(new SessionCredentials("access", "secret"));

        hook.doBeforeRequest("broker", request);
        String first = request.getExtFields().get("Signature");
        hook.doBeforeRequest("broker", request);

        assertThat(first).isEqualTo(AclSigner.calSignature("access3T", "secret"));
        assertThat(request.getExtFields()).containsEntry("Signature", first);
    }

    @Test
    void an_empty_value_is_signed_as_the_reader_of_the_binary_form_sees_it() {
        RemotingCommand request = RemotingCommand.createRequestCommand(30, null);
        request.setSerializeTypeCurrentRPC(SerializeType.ROCKETMQ);
        request.addExtField("topic", "");

        new AclClientRPCHook(new SessionCredentials("access", "secret")).doBeforeRequest("broker", request);

        assertThat(request.getExtFields())
                .containsEntry("topic", "")
                .containsEntry("Signature", AclSigner.calSignature("accessnull", "secret"));
    }

    @Test
    void the_secret_is_not_in_the_text_of_credentials() {
        assertThat(new SessionCredentials("access", "hidden", "token").toString())
                .contains("access")
                .doesNotContain("hidden");
    }

    private static GoldenBodies.Vector vector(String name) {
        return signatures()
                .filter(vector -> vector.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RemotingCommand unsigned(GoldenBodies.Vector vector) {
        RemotingCommand request = RemotingCommand.createRequestCommand(10, null);
        request.setSerializeTypeCurrentRPC(SerializeType.JSON);
        request.setExtFields(new HashMap<>());
        ((Map<?, ?>) vector.decoded().get("extFieldsSent")).forEach((name, value) -> {
            if (!name.equals("Signature") && !name.equals("AccessKey") && !name.equals("SecurityToken")) {
                request.addExtField((String) name, (String) value);
            }
        });
        String body = vector.text("bodyHex");
        request.setBody(body == null ? null : HexFormat.of().parseHex(body));
        return request;
    }

    private static void sign(RemotingCommand request, GoldenBodies.Vector vector) {
        var credentials = new SessionCredentials(
                vector.text("accessKey"), vector.text("secretKey"), vector.text("securityToken"));
        new AclClientRPCHook(credentials).doBeforeRequest("broker", request);
    }
}
