#!/bin/sh
# Sends single messages: sh producer.sh -n localhost:9876 [-t topic] [-w threads] [-s bytes] ...; -h lists all.
# Runs in the background; end it with: sh shutdown.sh producer

sh "$(dirname "$(readlink -f "$0")")/runclass.sh" -Dorg.apache.rocketmq.client.sendSmartMsg=true org.apache.rocketmq.example.benchmark.Producer "$@" &
