package org.apache.rocketmq.common.json;

/**
 * Where in a text a value stands, for error messages; written out only when one is needed.
 *
 * @param parent null for the root
 * @param step the name of the member, the index of the element, or the root itself
 */
record JsonPath(JsonPath parent, String prefix, Object step, String suffix) {
    static final JsonPath ROOT = new JsonPath(null, "", "$", "");

    JsonPath member(Object name) {
        return new JsonPath(this, ".", name, "");
    }

    JsonPath element(int index) {
        return new JsonPath(this, "[", index, "]");
    }

    JsonPath key() {
        return new JsonPath(this, " ", "key", "");
    }

    @Override
    public String toString() {
        return (parent == null ? "" : parent.toString()) + prefix + step + suffix;
    }
}
