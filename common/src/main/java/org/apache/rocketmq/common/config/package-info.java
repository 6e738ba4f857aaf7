/**
 * Configuration declared once: a key's name, aliases, type, unit, range and meaning stand in one table beside its plain
 * object; the loader, the print-outs and the online update come from it.
 * Called by the server mains at start and by the config requests of the name server and the broker.
 * Schemas and files are immutable; {@link org.apache.rocketmq.common.config.Settings} is thread-safe.
 */
package org.apache.rocketmq.common.config;
