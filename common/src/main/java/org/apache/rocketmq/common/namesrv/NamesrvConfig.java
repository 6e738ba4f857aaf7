package org.apache.rocketmq.common.namesrv;

import org.apache.rocketmq.common.config.Environment;

/** Settings of the name server; {@link NamesrvConfigKeys} says what each means. */
public class NamesrvConfig {
    private String rocketmqHome = Environment.rocketmqHome();
    private String kvConfigPath = Environment.userHome() + "/namesrv/kvConfig.json";
    private String configStorePath = Environment.userHome() + "/namesrv/namesrv.properties";
    private String productEnvName = "center";
    private boolean clusterTest;
    private volatile boolean orderMessageEnable;
    private String configBlackList = "configBlackList;configStorePath;kvConfigPath";

    public String getRocketmqHome() {
        return rocketmqHome;
    }

    public void setRocketmqHome(String rocketmqHome) {
        this.rocketmqHome = rocketmqHome;
    }

    public String getKvConfigPath() {
        return kvConfigPath;
    }

    public void setKvConfigPath(String kvConfigPath) {
        this.kvConfigPath = kvConfigPath;
    }

    public String getConfigStorePath() {
        return configStorePath;
    }

    public void setConfigStorePath(String configStorePath) {
        this.configStorePath = configStorePath;
    }

    public String getProductEnvName() {
        return productEnvName;
    }

    public void setProductEnvName(String productEnvName) {
        this.productEnvName = productEnvName;
    }

    public boolean isClusterTest() {
        return clusterTest;
    }

    public void setClusterTest(boolean clusterTest) {
        this.clusterTest = clusterTest;
    }

    public boolean isOrderMessageEnable() {
        return orderMessageEnable;
    }

    public void setOrderMessageEnable(boolean orderMessageEnable) {
        this.orderMessageEnable = orderMessageEnable;
    }

    public String getConfigBlackList() {
        return configBlackList;
    }

    public void setConfigBlackList(String configBlackList) {
        this.configBlackList = configBlackList;
    }
}
