package org.apache.rocketmq.tools.admin.request;

import static org.apache.rocketmq.tools.admin.request.AdminConnection.request;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.DataVersion;
import org.apache.rocketmq.common.PlainAccessConfig;
import org.apache.rocketmq.common.json.Json;
import org.apache.rocketmq.common.protocol.RequestCode;
import org.apache.rocketmq.common.protocol.body.ClusterAclVersionInfo;
import org.apache.rocketmq.common.protocol.header.CreateAccessConfigRequestHeader;
import org.apache.rocketmq.common.protocol.header.DeleteAccessConfigRequestHeader;
import org.apache.rocketmq.common.protocol.header.GetBrokerAclConfigResponseHeader;
import org.apache.rocketmq.common.protocol.header.UpdateGlobalWhiteAddrsConfigRequestHeader;
import org.apache.rocketmq.remoting.exception.RemotingConnectException;
import org.apache.rocketmq.remoting.exception.RemotingSendRequestException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;

/** Requests to one broker about its accounts. Thread-safe. Source: mqadmin, sections 3 and 4.9. */
public final class AclAdmin {
    private final AdminConnection connection;

    public AclAdmin(AdminConnection connection) {
        this.connection = connection;
    }

    public void putAccount(String address, PlainAccessConfig account)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        CreateAccessConfigRequestHeader header = new CreateAccessConfigRequestHeader();
        header.setAccessKey(account.getAccessKey());
        header.setSecretKey(account.getSecretKey());
        header.setAdmin(account.isAdmin());
        header.setWhiteRemoteAddress(account.getWhiteRemoteAddress());
        header.setDefaultTopicPerm(account.getDefaultTopicPerm());
        header.setDefaultGroupPerm(account.getDefaultGroupPerm());
        header.setTopicPerms(joined(account.getTopicPerms()));
        header.setGroupPerms(joined(account.getGroupPerms()));
        connection.fromServer(connection.fast(address), request(RequestCode.UPDATE_AND_CREATE_ACL_CONFIG, header));
    }

    private static String joined(List<String> permissions) {
        return permissions == null ? null : String.join(",", permissions);
    }

    public void deleteAccount(String address, String accessKey)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        DeleteAccessConfigRequestHeader header = new DeleteAccessConfigRequestHeader();
        header.setAccessKey(accessKey);
        connection.fromServer(connection.fast(address), request(RequestCode.DELETE_ACL_CONFIG, header));
    }

    /** @param file full path of the ACL file on the broker; null for its default file */
    public void putGlobalWhiteList(String address, String addresses, String file)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQClientException {
        UpdateGlobalWhiteAddrsConfigRequestHeader header = new UpdateGlobalWhiteAddrsConfigRequestHeader();
        header.setGlobalWhiteAddrs(addresses);
        header.setAclFileFullPath(file);
        connection.fromServer(connection.fast(address), request(RequestCode.UPDATE_GLOBAL_WHITE_ADDRS_CONFIG, header));
    }

    public ClusterAclVersionInfo version(String address)
            throws RemotingConnectException, RemotingSendRequestException, RemotingTimeoutException,
                    InterruptedException, MQBrokerException, MQClientException {
        var answer =
                connection.fromBroker(connection.fast(address), request(RequestCode.GET_BROKER_CLUSTER_ACL_INFO, null));
        var header = AdminConnection.header(answer, new GetBrokerAclConfigResponseHeader());
        ClusterAclVersionInfo info = new ClusterAclVersionInfo();
        info.setClusterName(header.getClusterName());
        info.setBrokerName(header.getBrokerName());
        info.setBrokerAddr(header.getBrokerAddr());
        info.setAclConfigDataVersion(Json.read(header.getVersion(), DataVersion.class));
        Map<String, DataVersion> byFile = new HashMap<>();
        if (header.getAllAclFileVersion() != null) {
            Type any = Map.class;
            Map<?, ?> files = (Map<?, ?>) Json.read(header.getAllAclFileVersion(), any);
            files.forEach((file, version) -> byFile.put(String.valueOf(file), Json.bind(version, DataVersion.class)));
        }
        info.setAllAclConfigDataVersion(byFile);
        return info;
    }
}
