#!/bin/sh
# Ends the load programs of one kind: shutdown producer | consumer | tproducer | bproducer

base=$(dirname "$(dirname "$(readlink -f "$0")")")
# shellcheck source=bin/pids.sh
. "$base/bin/pids.sh"

programs=org.apache.rocketmq.example.benchmark
case $1 in
    producer) stop "benchmark producer" $programs.Producer ;;
    consumer) stop "benchmark consumer" $programs.Consumer ;;
    tproducer) stop "benchmark transaction producer" $programs.TransactionProducer ;;
    bproducer) stop "benchmark batch producer" $programs.BatchProducer ;;
    *) echo "Usage: shutdown producer | consumer | tproducer | bproducer" ;;
esac
