package org.apache.rocketmq.broker;

import org.apache.rocketmq.broker.request.Lanes;
import org.apache.rocketmq.common.constant.LoggerName;
import org.apache.rocketmq.remoting.netty.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes how many requests wait, and for how long, to the water-mark log. Called by the broker's timer. */
record WaterMarks(Lanes lanes) {
    private static final Logger log = LoggerFactory.getLogger(LoggerName.WATER_MARK_LOGGER_NAME);

    void write() {
        write("Send", lanes.send());
        write("Pull", lanes.pull());
        write("Query", lanes.query());
        write("Transaction", lanes.endTransaction());
    }

    private static void write(String name, Lane lane) {
        log.info("[WATERMARK] {} Queue Size: {} SlowTimeMills: {}", name, lane.depth(), lane.headAgeMillis());
    }
}
