/**
 * Load programs whose printed lines are read by people and scripts.
 * Called by the scripts of the benchmark folder, or {@code sh runclass.sh org.apache.rocketmq.example.benchmark.<class>}.
 * Runs on send threads of its own; one timer thread samples the counters every second and prints every ten.
 */
package org.apache.rocketmq.example.benchmark;
