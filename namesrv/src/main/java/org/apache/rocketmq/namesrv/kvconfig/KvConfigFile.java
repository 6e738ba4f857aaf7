package org.apache.rocketmq.namesrv.kvconfig;

import java.util.HashMap;
import java.util.Map;

/** The file's shape: {@code {"configTable":{"namespace":{"key":"value"}}}}. Source: name server, KV configuration. */
public class KvConfigFile {
    private Map<String, Map<String, String>> configTable = new HashMap<>();

    public Map<String, Map<String, String>> getConfigTable() {
        return configTable;
    }

    public void setConfigTable(Map<String, Map<String, String>> configTable) {
        this.configTable = configTable;
    }
}
