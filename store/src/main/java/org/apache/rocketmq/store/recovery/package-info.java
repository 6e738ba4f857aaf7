/**
 * What happens between finding a store folder and serving from it: folder lock, abort marker, checkpoint, finding the last
 * valid record, keeping aside what lies behind it, bringing the views up to the log. Runs on the opening thread, once.
 */
package org.apache.rocketmq.store.recovery;
