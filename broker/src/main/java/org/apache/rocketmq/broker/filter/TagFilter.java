package org.apache.rocketmq.broker.filter;

import java.util.Set;
import org.apache.rocketmq.store.RecordFilter;

/**
 * Lets messages pass whose tag hash is among those subscribed. Clients compare the text once more. Immutable. Source: store
 * specification, tags code.
 */
public final class TagFilter implements RecordFilter {
    private final int[] codes;

    private TagFilter(int[] codes) {
        this.codes = codes;
    }

    /** A filter for these hashes; without any, everything passes. */
    public static RecordFilter of(Set<Integer> codes) {
        if (codes == null || codes.isEmpty()) {
            return RecordFilter.ALL;
        }
        return new TagFilter(codes.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public boolean matchesQueueUnit(long tagsCode, byte[] bitmap) {
        for (int code : codes) {
            if (code == (int) tagsCode) {
                return true;
            }
        }
        return false;
    }
}
