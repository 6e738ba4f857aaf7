/**
 * What operators ask for: topics, groups, consumption, configuration, runtime figures, cleaning. One class per family of
 * requests, all on the admin lane; none has state of its own but the version of the settings.
 */
package org.apache.rocketmq.broker.admin;
