#!/bin/sh
# Receives messages: sh consumer.sh -n localhost:9876 [-t topic] [-g group] ...; -h lists all.
# Runs in the background; end it with: sh shutdown.sh consumer

sh "$(dirname "$(readlink -f "$0")")/runclass.sh" org.apache.rocketmq.example.benchmark.Consumer "$@" &
